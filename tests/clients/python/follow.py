"""Follows one interaction until it is closed and prints a line for what comes: a test breaks the connection meanwhile.

python3 follow.py ADDRESS STUB_FOLDER CHANNEL_TOKEN CUSTOMER INTERACTION [CURSOR]
"""
import sys

import grpc

from api import Api
from resumable import bearer, watch

address, source, token, customer_id, interaction_id = sys.argv[1:6]
saved = sys.argv[6] if len(sys.argv) > 6 else ""
api = Api(grpc.insecure_channel(address), source)


def open_stream(cursor):
    request = api.customer.WatchInteractionRequest(interaction_id=interaction_id, customer_id=customer_id, cursor=cursor)
    return api.customers.WatchInteraction(request, metadata=bearer(token))


def say(line):
    print(line, flush=True)


for response in watch(open_stream, saved):
    kind = response.WhichOneof("kind") if response else "restart"
    if kind == "snapshot":
        say("list")
        for message in response.snapshot.transcript:
            say(f"said {message.sequence}")
    elif kind == "message":
        say(f"said {response.message.sequence}")
    elif kind in ("restart", "synced"):
        say(kind)
    elif kind == "changed" and response.changed.state == api.common.INTERACTION_STATE_CLOSED:
        break
say("closed")
