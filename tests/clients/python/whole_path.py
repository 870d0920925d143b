"""The customer's and the agent's part with grpcio, from the protos. Also the example of the guide.

python3 whole_path.py ADDRESS STUB_FOLDER AGENT_TOKEN CHANNEL_TOKEN
The stubs are made by: protoc --python_out=F --grpc_python_out=F --plugin=protoc-gen-grpc_python=$(which grpc_python_plugin)
With "reflection" as the folder, the server is asked what it has.
"""
import json
import sys
import uuid

import grpc

from api import Api
from resumable import bearer, call, watch

address, source, agent_token, channel_token = sys.argv[1:5]
api = Api(grpc.insecure_channel(address), source)
common_pb2, customer_pb2, desk_pb2, desk, customers = api.common, api.customer, api.desk_messages, api.desk, api.customers


def watch_desk(token):
    return watch(lambda cursor: desk.WatchDesk(desk_pb2.WatchDeskRequest(cursor=cursor), metadata=bearer(token)))


# A new customer every time: who comes back is known, and what is done for them may differ.
customer = f"python-{uuid.uuid4().hex}"
call(desk.SignIn, desk_pb2.SignInRequest(), agent_token)
opened = call(
    customers.OpenInteraction,
    customer_pb2.OpenInteractionRequest(
        customer_id=customer, channel=common_pb2.CHANNEL_CHAT, queue="support", first_message="Hello from Python"
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
    # None: forget what was folded so far, the list follows. This desk has folded nothing.
    kind = response.WhichOneof("kind") if response else None
    if kind == "offer":
        # Also one that was pending already: the list has it.
        accept(response.offer)
    elif kind == "interaction" and response.interaction.interaction_id == interaction_id:
        call(desk.SendAgentMessage, desk_pb2.SendAgentMessageRequest(interaction_id=interaction_id, text="Hello back"), agent_token)
        call(
            customers.SendCustomerMessage,
            customer_pb2.SendCustomerMessageRequest(interaction_id=interaction_id, customer_id=customer, text="Thanks"),
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
