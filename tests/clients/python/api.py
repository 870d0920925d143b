"""The messages and services, from stubs that protoc made or from the server itself."""
import importlib
import sys

import reflected


class Api:
    """What the examples use of the API."""

    def __init__(self, channel, source):
        """source: the folder of the stubs, or "reflection": the server is asked what it has."""
        if source == "reflection":
            server = reflected.Server(channel)
            self.common, self.customer, self.desk_messages = (
                server.file(f"supportgrid/v1/{name}.proto") for name in ("common", "customer", "desk"))
            self.desk = server.service("supportgrid.v1.DeskService")
            self.customers = server.service("supportgrid.v1.CustomerService")
            return

        sys.path.insert(0, source)
        self.common, self.customer, self.desk_messages = (
            importlib.import_module(f"supportgrid.v1.{name}_pb2") for name in ("common", "customer", "desk"))
        self.desk = importlib.import_module("supportgrid.v1.desk_pb2_grpc").DeskServiceStub(channel)
        self.customers = importlib.import_module("supportgrid.v1.customer_pb2_grpc").CustomerServiceStub(channel)
