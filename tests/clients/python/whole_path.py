"""The customer's and the agent's part with grpcio, from the protos. Also the example of the guide.

python3 whole_path.py ADDRESS STUB_FOLDER AGENT_TOKEN CHANNEL_TOKEN
The stubs are made by: protoc --python_out=F --grpc_python_out=F --plugin=protoc-gen-grpc_python=$(which grpc_python_plugin)
With "reflection" as the folder, the server is asked what it has.
"""
import json
import random
import sys
import time
import uuid

address, stubs, agent_token, channel_token = sys.argv[1:5]

import grpc  # noqa: E402

channel = grpc.insecure_channel(address)
if stubs == "reflection":
    import reflected

    api = reflected.Server(channel)
    common_pb2, customer_pb2, desk_pb2 = (api.file(f"supportgrid/v1/{name}.proto") for name in ("common", "customer", "desk"))
    desk, customers = api.service("supportgrid.v1.DeskService"), api.service("supportgrid.v1.CustomerService")
else:
    sys.path.insert(0, stubs)
    from supportgrid.v1 import common_pb2, customer_pb2, customer_pb2_grpc, desk_pb2, desk_pb2_grpc  # noqa: E402

    desk, customers = desk_pb2_grpc.DeskServiceStub(channel), customer_pb2_grpc.CustomerServiceStub(channel)


def bearer(token):
    return [("authorization", "Bearer " + token)]


def call(method, request, token, attempts=10):
    """A mutating call carries a request id; sent again after a failure it gets the first answer."""
    request.request_id = request.request_id or str(uuid.uuid4())
    for attempt in range(1, attempts + 1):
        try:
            return method(request, metadata=bearer(token), timeout=10)
        except grpc.RpcError as error:
            if error.code() != grpc.StatusCode.UNAVAILABLE or attempt == attempts:
                raise
            time.sleep(0.05 * 2**attempt * random.random())


def watch_desk(token):
    """List, then watch: keep the last cursor and open the stream with it when it breaks."""
    cursor = ""
    while True:
        stream = desk.WatchDesk(desk_pb2.WatchDeskRequest(cursor=cursor), metadata=bearer(token))
        try:
            for response in stream:
                cursor = response.cursor or cursor
                yield response
            return
        except grpc.RpcError as error:
            if error.code() == grpc.StatusCode.OUT_OF_RANGE:
                cursor = ""
            elif error.code() not in (grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.ABORTED):
                raise
        finally:
            stream.cancel()


call(desk.SignIn, desk_pb2.SignInRequest(), agent_token)
opened = call(
    customers.OpenInteraction,
    customer_pb2.OpenInteractionRequest(
        customer_id="python-customer", channel=common_pb2.CHANNEL_CHAT, queue="support", first_message="Hello from Python"
    ),
    channel_token,
)
interaction_id = opened.interaction_id
accepted = set()


def accept(offer):
    if offer.interaction_id == interaction_id and offer.offer_id not in accepted:
        accepted.add(offer.offer_id)
        call(desk.AcceptOffer, desk_pb2.AcceptOfferRequest(interaction_id=interaction_id, offer_id=offer.offer_id), agent_token)


for response in watch_desk(agent_token):
    kind = response.WhichOneof("kind")
    if kind == "agent":
        for offer in response.agent.offers:
            accept(offer)
    elif kind == "offer":
        accept(response.offer)
    elif kind == "interaction" and response.interaction.interaction_id == interaction_id:
        call(desk.SendAgentMessage, desk_pb2.SendAgentMessageRequest(interaction_id=interaction_id, text="Hello back"), agent_token)
        call(
            customers.SendCustomerMessage,
            customer_pb2.SendCustomerMessageRequest(interaction_id=interaction_id, customer_id="python-customer", text="Thanks"),
            channel_token,
        )
    elif kind == "message" and response.message.message.text == "Thanks":
        call(desk.EndContact, desk_pb2.EndContactRequest(interaction_id=interaction_id), agent_token)
        call(desk.CompleteWrapUp, desk_pb2.CompleteWrapUpRequest(interaction_id=interaction_id, code="solved"), agent_token)
    elif kind == "released" and response.released.interaction_id == interaction_id:
        break

refusal = ""
try:
    call(desk.SendAgentMessage, desk_pb2.SendAgentMessageRequest(interaction_id=interaction_id, text="too late"), agent_token)
except grpc.RpcError as error:
    refusal = error.code().name
call(desk.SignOut, desk_pb2.SignOutRequest(), agent_token)
print(json.dumps({"interactionId": interaction_id, "released": True, "refusal": refusal}))
