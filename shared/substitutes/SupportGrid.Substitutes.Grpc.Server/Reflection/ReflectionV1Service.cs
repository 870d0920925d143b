using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Reflection.V1;

namespace Grpc.AspNetCore.Server.Reflection;

/// <summary>Server reflection v1.</summary>
internal sealed class ReflectionV1Service(ReflectionCatalog catalog) : ServerReflection.ServerReflectionBase
{
    public override async Task ServerReflectionInfo(
        IAsyncStreamReader<ServerReflectionRequest> requestStream,
        IServerStreamWriter<ServerReflectionResponse> responseStream,
        ServerCallContext context)
    {
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            var request = requestStream.Current;
            var response = Answer(request);
            response.ValidHost = request.Host;
            response.OriginalRequest = request;
            await responseStream.WriteAsync(response);
        }
    }

    private static ServerReflectionResponse NotFound(string what) => Error(StatusCode.NotFound, $"{what} is not known.");

    private static ServerReflectionResponse Error(StatusCode code, string message) =>
        new() { ErrorResponse = new ErrorResponse { ErrorCode = (int)code, ErrorMessage = message } };

    private static ServerReflectionResponse File(FileDescriptor? file, string what) => file is null
        ? NotFound(what)
        : new ServerReflectionResponse
        {
            FileDescriptorResponse = new FileDescriptorResponse
            {
                FileDescriptorProto = { ReflectionCatalog.WithImports(file) },
            },
        };

    private ServerReflectionResponse Answer(ServerReflectionRequest request)
    {
        switch (request.MessageRequestCase)
        {
            case ServerReflectionRequest.MessageRequestOneofCase.ListServices:
                return ListServices();
            case ServerReflectionRequest.MessageRequestOneofCase.FileByFilename:
                return File(catalog.FileByName(request.FileByFilename), request.FileByFilename);
            case ServerReflectionRequest.MessageRequestOneofCase.FileContainingSymbol:
                return File(catalog.FileContainingSymbol(request.FileContainingSymbol), request.FileContainingSymbol);
            case ServerReflectionRequest.MessageRequestOneofCase.FileContainingExtension:
                var (type, number) =
                    (request.FileContainingExtension.ContainingType, request.FileContainingExtension.ExtensionNumber);
                return File(catalog.FileContainingExtension(type, number), $"Extension {number} of {type}");
            case ServerReflectionRequest.MessageRequestOneofCase.AllExtensionNumbersOfType:
                return ExtensionNumbers(request.AllExtensionNumbersOfType);
            default:
                return Error(StatusCode.InvalidArgument, "The request asks for nothing that is known here.");
        }
    }

    private ServerReflectionResponse ListServices() => new()
    {
        ListServicesResponse = new ListServiceResponse
        {
            Service = { catalog.Services.Select(name => new ServiceResponse { Name = name }) },
        },
    };

    private ServerReflectionResponse ExtensionNumbers(string type) => catalog.ExtensionNumbers(type) is { } numbers
        ? new ServerReflectionResponse
        {
            AllExtensionNumbersResponse = new ExtensionNumberResponse { BaseTypeName = type, ExtensionNumber = { numbers } },
        }
        : NotFound(type);
}
