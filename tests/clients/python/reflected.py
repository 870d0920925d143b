"""Messages and stubs of a server that is asked what it has (gRPC server reflection), with nothing but grpcio and protobuf."""
from types import SimpleNamespace

import grpc
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

FIELD = descriptor_pb2.FieldDescriptorProto


def _field(name, number, kind, of="", repeated=False, oneof=None):
    field = FIELD(name=name, number=number, type=kind, label=FIELD.LABEL_REPEATED if repeated else FIELD.LABEL_OPTIONAL)
    if of:
        field.type_name = of
    if oneof is not None:
        field.oneof_index = oneof
    return field


def _reflection_file():
    """The part of grpc/reflection/v1/reflection.proto that is used here."""
    file = descriptor_pb2.FileDescriptorProto(name="reflection.proto", package="grpc.reflection.v1", syntax="proto3")
    request = file.message_type.add(name="ServerReflectionRequest")
    request.oneof_decl.add(name="message_request")
    request.field.extend([
        _field("file_by_filename", 3, FIELD.TYPE_STRING, oneof=0),
        _field("file_containing_symbol", 4, FIELD.TYPE_STRING, oneof=0),
    ])
    files = file.message_type.add(name="FileDescriptorResponse")
    files.field.append(_field("file_descriptor_proto", 1, FIELD.TYPE_BYTES, repeated=True))
    error = file.message_type.add(name="ErrorResponse")
    error.field.extend([_field("error_code", 1, FIELD.TYPE_INT32), _field("error_message", 2, FIELD.TYPE_STRING)])
    response = file.message_type.add(name="ServerReflectionResponse")
    response.oneof_decl.add(name="message_response")
    response.field.extend([
        _field("file_descriptor_response", 4, FIELD.TYPE_MESSAGE, ".grpc.reflection.v1.FileDescriptorResponse", oneof=0),
        _field("error_response", 7, FIELD.TYPE_MESSAGE, ".grpc.reflection.v1.ErrorResponse", oneof=0),
    ])
    return file


class Server:
    """What the server has. Files and services are fetched when they are asked for, with what they import."""

    def __init__(self, channel):
        self._channel = channel
        self._pool = descriptor_pool.DescriptorPool()
        # Newer versions of protobuf have a function in the place of the method.
        self._class_of = (
            message_factory.GetMessageClass if hasattr(message_factory, "GetMessageClass")
            else message_factory.MessageFactory(self._pool).GetPrototype)
        self._pool.Add(_reflection_file())
        self._known = set()
        self._request = self._message("grpc.reflection.v1.ServerReflectionRequest")
        self._ask = channel.stream_stream(
            "/grpc.reflection.v1.ServerReflection/ServerReflectionInfo",
            request_serializer=self._request.SerializeToString,
            response_deserializer=self._message("grpc.reflection.v1.ServerReflectionResponse").FromString,
        )

    def file(self, name):
        """Messages and enum values of a file, named as in a generated module."""
        self._fetch(file_by_filename=name)
        file = self._pool.FindFileByName(name)
        members = {message.name: self._class_of(message) for message in file.message_types_by_name.values()}
        members.update((value.name, value.number) for enum in file.enum_types_by_name.values() for value in enum.values)
        return SimpleNamespace(**members)

    def service(self, name):
        """A stub with a callable for each method that the client only sends one request to."""
        self._fetch(file_containing_symbol=name)
        methods = {}
        for method in self._pool.FindServiceByName(name).methods:
            kind = self._channel.unary_stream if self._streams(name, method.name) else self._channel.unary_unary
            methods[method.name] = kind(
                f"/{name}/{method.name}",
                request_serializer=self._class_of(method.input_type).SerializeToString,
                response_deserializer=self._class_of(method.output_type).FromString,
            )
        return SimpleNamespace(**methods)

    def _message(self, name):
        return self._class_of(self._pool.FindMessageTypeByName(name))

    def _streams(self, service, method):
        file = descriptor_pb2.FileDescriptorProto()
        self._pool.FindFileContainingSymbol(service).CopyToProto(file)
        return next(
            m.server_streaming for s in file.service if f"{file.package}.{s.name}" == service for m in s.method if m.name == method)

    def _fetch(self, **wanted):
        answer = next(self._ask(iter([self._request(**wanted)])))
        if answer.WhichOneof("message_response") == "error_response":
            raise LookupError(f"{wanted}: {answer.error_response.error_message}")
        sent = {}
        for data in answer.file_descriptor_response.file_descriptor_proto:
            file = descriptor_pb2.FileDescriptorProto.FromString(data)
            sent[file.name] = file
        for file in sent.values():
            self._add(file, sent)

    def _add(self, file, sent):
        """Answers may hold what is imported or not, in any order; a pool wants what is imported first."""
        if file.name in self._known:
            return
        self._known.add(file.name)
        for dependency in file.dependency:
            if dependency in sent:
                self._add(sent[dependency], sent)
            elif dependency not in self._known:
                self._fetch(file_by_filename=dependency)
        self._pool.Add(file)
