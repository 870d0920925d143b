using Google.Protobuf;
using Grpc.AspNetCore.Server.Calls;
using Grpc.Core;

namespace SupportGrid.Substitutes.Grpc.Tests.Interop;

/// <summary>The server half of gRPC's interoperability tests.</summary>
public sealed class InteropService : TestService.TestServiceBase
{
    private const string EchoInitial = "x-grpc-test-echo-initial";
    private const string EchoTrailing = "x-grpc-test-echo-trailing-bin";
    private const string EncodingRequest = "grpc-internal-encoding-request";

    public override Task<Empty> EmptyCall(Empty request, ServerCallContext context) => Task.FromResult(new Empty());

    public override async Task<SimpleResponse> UnaryCall(SimpleRequest request, ServerCallContext context)
    {
        await SendHeadersAsync(context, request.ResponseCompressed);
        ExpectCompressed(request.ExpectCompressed, context);
        ThrowIfAsked(request.ResponseStatus);
        return new SimpleResponse { Payload = Zeros(request.ResponseSize) };
    }

    public override async Task StreamingOutputCall(
        StreamingOutputCallRequest request,
        IServerStreamWriter<StreamingOutputCallResponse> responseStream,
        ServerCallContext context)
    {
        var compresses = request.ResponseParameters.Any(parameters => parameters.Compressed is { Value: true });
        await SendHeadersAsync(context, new BoolValue { Value = compresses });
        await AnswerAsync(request, responseStream);
        ThrowIfAsked(request.ResponseStatus);
    }

    public override async Task<StreamingInputCallResponse> StreamingInputCall(
        IAsyncStreamReader<StreamingInputCallRequest> requestStream,
        ServerCallContext context)
    {
        var size = 0;
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
        {
            ExpectCompressed(request.ExpectCompressed, context);
            size += request.Payload.Body.Length;
        }

        return new StreamingInputCallResponse { AggregatedPayloadSize = size };
    }

    public override async Task FullDuplexCall(
        IAsyncStreamReader<StreamingOutputCallRequest> requestStream,
        IServerStreamWriter<StreamingOutputCallResponse> responseStream,
        ServerCallContext context)
    {
        await SendHeadersAsync(context, null);
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
        {
            ThrowIfAsked(request.ResponseStatus);
            await AnswerAsync(request, responseStream);
        }
    }

    public override async Task HalfDuplexCall(
        IAsyncStreamReader<StreamingOutputCallRequest> requestStream,
        IServerStreamWriter<StreamingOutputCallResponse> responseStream,
        ServerCallContext context)
    {
        var requests = new List<StreamingOutputCallRequest>();
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
        {
            requests.Add(request);
        }

        foreach (var request in requests)
        {
            await AnswerAsync(request, responseStream);
        }
    }

    private static async Task AnswerAsync(
        StreamingOutputCallRequest request,
        IServerStreamWriter<StreamingOutputCallResponse> responses)
    {
        foreach (var parameters in request.ResponseParameters)
        {
            responses.WriteOptions = new WriteOptions(
                parameters.Compressed is { Value: false } ? WriteFlags.NoCompress : default);
            await responses.WriteAsync(new StreamingOutputCallResponse { Payload = Zeros(parameters.Size) });
        }
    }

    private static async Task SendHeadersAsync(ServerCallContext context, BoolValue? compressed)
    {
        var headers = new Metadata();
        if (context.RequestHeaders.GetValue(EchoInitial) is { } initial)
        {
            headers.Add(EchoInitial, initial);
        }

        if (context.RequestHeaders.GetValueBytes(EchoTrailing) is { } trailing)
        {
            context.ResponseTrailers.Add(EchoTrailing, trailing);
        }

        if (compressed is { Value: true })
        {
            headers.Add(EncodingRequest, "gzip");
        }

        if (headers.Count > 0)
        {
            await context.WriteResponseHeadersAsync(headers);
        }
    }

    private static void ExpectCompressed(BoolValue? expected, ServerCallContext context)
    {
        if (expected is not null && ((HttpServerCallContext)context).LastRequestWasCompressed != expected.Value)
        {
            throw new RpcException(new Status(StatusCode.InvalidArgument, "Compression is not as announced."));
        }
    }

    private static void ThrowIfAsked(EchoStatus? status)
    {
        if (status is not null)
        {
            throw new RpcException(new Status((StatusCode)status.Code, status.Message));
        }
    }

    private static Payload Zeros(int size) => new() { Body = UnsafeByteOperations.UnsafeWrap(new byte[size]) };
}
