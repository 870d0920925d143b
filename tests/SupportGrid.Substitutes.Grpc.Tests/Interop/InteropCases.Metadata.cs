using Grpc.Core;

namespace SupportGrid.Substitutes.Grpc.Tests.Interop;

/// <summary>The cases about metadata, statuses and compression.</summary>
internal sealed partial class InteropCases
{
    private const string EchoInitial = "x-grpc-test-echo-initial";
    private const string EchoTrailing = "x-grpc-test-echo-trailing-bin";
    private const string InitialValue = "test_initial_metadata_value";
    private const string SpecialMessage = "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n";

    private static readonly byte[] TrailingValue = [0xab, 0xab, 0xab];
    private static readonly Metadata Gzip = new() { { "grpc-internal-encoding-request", "gzip" } };

    public async Task CustomMetadata()
    {
        var headers = new Metadata { { EchoInitial, InitialValue }, { EchoTrailing, TrailingValue } };
        using var unary = _client.UnaryCallAsync(LargeRequest(), headers);
        await unary;
        Assert.Equal(InitialValue, (await unary.ResponseHeadersAsync).GetValue(EchoInitial));
        Assert.Equal(TrailingValue, unary.GetTrailers().GetValueBytes(EchoTrailing));

        using var duplex = _client.FullDuplexCall(headers);
        await duplex.RequestStream.WriteAsync(DuplexRequest(RequestBytes, ResponseBytes));
        await duplex.RequestStream.CompleteAsync();
        Assert.True(await duplex.ResponseStream.MoveNext());
        Assert.False(await duplex.ResponseStream.MoveNext());
        Assert.Equal(InitialValue, (await duplex.ResponseHeadersAsync).GetValue(EchoInitial));
        Assert.Equal(TrailingValue, duplex.GetTrailers().GetValueBytes(EchoTrailing));
    }

    public async Task StatusCodeAndMessage()
    {
        var status = new EchoStatus { Code = (int)StatusCode.Unknown, Message = "test status message" };
        await FailsWith(status, _client.UnaryCallAsync(new SimpleRequest { ResponseStatus = status }).ResponseAsync);

        using var duplex = _client.FullDuplexCall();
        await duplex.RequestStream.WriteAsync(new StreamingOutputCallRequest { ResponseStatus = status });
        await duplex.RequestStream.CompleteAsync();
        await FailsWith(status, duplex.ResponseStream.MoveNext());
    }

    public async Task SpecialStatusMessage()
    {
        var status = new EchoStatus { Code = (int)StatusCode.Unknown, Message = SpecialMessage };
        await FailsWith(status, _client.UnaryCallAsync(new SimpleRequest { ResponseStatus = status }).ResponseAsync);
    }

    public async Task ClientCompressedUnary(bool probe)
    {
        var request = LargeRequest();
        request.ExpectCompressed = new BoolValue { Value = true };
        if (probe)
        {
            var refusal = await Assert.ThrowsAsync<RpcException>(async () => await _client.UnaryCallAsync(request));
            Assert.Equal(StatusCode.InvalidArgument, refusal.StatusCode);
        }

        Assert.Equal(ResponseBytes, (await _client.UnaryCallAsync(request, Gzip)).Payload.Body.Length);
        request.ExpectCompressed.Value = false;
        Assert.Equal(ResponseBytes, (await _client.UnaryCallAsync(request)).Payload.Body.Length);
    }

    public async Task ClientCompressedStreaming(bool probe)
    {
        var first = new StreamingInputCallRequest
        {
            Payload = Zeros(27_182),
            ExpectCompressed = new BoolValue { Value = true },
        };
        if (probe)
        {
            using var uncompressed = _client.StreamingInputCall();
            await uncompressed.RequestStream.WriteAsync(first);
            await uncompressed.RequestStream.CompleteAsync();
            var refusal = await Assert.ThrowsAsync<RpcException>(async () => await uncompressed);
            Assert.Equal(StatusCode.InvalidArgument, refusal.StatusCode);
        }

        using var call = _client.StreamingInputCall(Gzip);
        await call.RequestStream.WriteAsync(first);
        call.RequestStream.WriteOptions = new WriteOptions(WriteFlags.NoCompress);
        await call.RequestStream.WriteAsync(new StreamingInputCallRequest
        {
            Payload = Zeros(45_904),
            ExpectCompressed = new BoolValue { Value = false },
        });
        await call.RequestStream.CompleteAsync();
        Assert.Equal(73_086, (await call).AggregatedPayloadSize);
    }

    public async Task ServerCompressedUnary()
    {
        foreach (var compressed in new[] { true, false })
        {
            var request = LargeRequest();
            request.ResponseCompressed = new BoolValue { Value = compressed };
            using var call = _client.UnaryCallAsync(request);
            Assert.Equal(ResponseBytes, (await call).Payload.Body.Length);
        }
    }

    public async Task ServerCompressedStreaming()
    {
        var request = new StreamingOutputCallRequest
        {
            ResponseParameters =
            {
                new ResponseParameters { Size = 31_415, Compressed = new BoolValue { Value = true } },
                new ResponseParameters { Size = 92_653, Compressed = new BoolValue { Value = false } },
            },
        };
        using var call = _client.StreamingOutputCall(request);
        var sizes = new List<int>();
        await foreach (var response in call.ResponseStream.ReadAllAsync())
        {
            sizes.Add(response.Payload.Body.Length);
        }

        Assert.Equal([31_415, 92_653], sizes);
    }

    private static async Task FailsWith(EchoStatus expected, Task call)
    {
        var exception = await Assert.ThrowsAsync<RpcException>(() => call);
        Assert.Equal(((StatusCode)expected.Code, expected.Message), (exception.StatusCode, exception.Status.Detail));
    }
}
