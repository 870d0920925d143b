"""Calls that are repeated under their request id, and streams that go on after a break.

The rules stand in shared/docs/errors.md and shared/docs/cursor-contract.md.
"""
import random
import re
import time
import uuid

import grpc

PAUSE_SECONDS = 0.05
PAUSE_SECONDS_MAX = 2.0


def bearer(token):
    return [("authorization", "Bearer " + token)]


def details_of(error):
    """google.rpc.Status as it came: what is looked for in it is text."""
    return next((value for key, value in error.trailing_metadata() or () if key == "grpc-status-details-bin"), b"")


def reason_of(error):
    """The reason of google.rpc.ErrorInfo: what stands before the domain (field 2, 11 bytes). Empty: not of SupportGrid."""
    found = re.search(rb"([A-Z_]+)\x12\x0bsupportgrid", details_of(error))
    return found.group(1).decode() if found else ""


def may_be_repeated(error):
    """The server's word decides, not the status: a limit that is reached is not lifted by a repeat."""
    reason = reason_of(error)
    if not reason:
        return error.code() in (grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.DEADLINE_EXCEEDED)
    return reason in ("DRAINING", "BOARD_UNAVAILABLE", "CONSUMER_TOO_SLOW") or b"google.rpc.RetryInfo" in details_of(error)


def pause(failures):
    """Grows, half of it by chance: thousands of clients must not come back in one instant."""
    whole = min(PAUSE_SECONDS * 2 ** min(failures, 16), PAUSE_SECONDS_MAX)
    time.sleep(whole / 2 + whole / 2 * random.random())


def call(method, request, token, attempts=10):
    """A mutating call carries a request id; sent again after a failure it gets the first answer."""
    request.request_id = request.request_id or str(uuid.uuid4())
    for attempt in range(1, attempts + 1):
        try:
            return method(request, metadata=bearer(token), timeout=10)
        except grpc.RpcError as error:
            if not may_be_repeated(error) or attempt == attempts:
                raise
            pause(attempt)


def watch(open_stream, cursor=""):
    """List, then watch: keeps the last cursor and opens the stream with it when it breaks.

    Yields None when the cursor is of no use any more: forget what was folded, the list follows.
    """
    holds = cursor != ""
    failures = 0
    while True:
        stream = open_stream(cursor)
        try:
            for response in stream:
                failures, holds = 0, True
                cursor = response.cursor or cursor
                yield response
            return
        except grpc.RpcError as error:
            if cursor and reason_of(error).startswith("CURSOR_"):
                cursor = ""
            elif not may_be_repeated(error):
                raise
        finally:
            stream.cancel()
        if not cursor and holds:
            holds = False
            yield None
        pause(failures)
        failures += 1
