using System.Buffers;
using System.Text;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using SupportGrid.Substitutes.Grpc.Tests.Support;

namespace SupportGrid.Substitutes.Grpc.Tests.Server;

public sealed class MarshallerTests
{
    private static readonly Func<DeserializationContext, string> Read =
        context => Encoding.UTF8.GetString(context.PayloadAsNewBuffer());

    [Fact]
    public async Task Marshaller_ByArray_RoundTrips() =>
        Assert.Equal("grüß dich", await EchoAsync(Marshallers.StringMarshaller, "grüß dich"));

    [Fact]
    public async Task Marshaller_WithoutAnnouncedLength_RoundTrips()
    {
        var marshaller = Marshallers.Create(
            (text, context) =>
            {
                context.GetBufferWriter().Write(Encoding.UTF8.GetBytes(text));
                context.Complete();
            },
            Read);

        Assert.Equal(new string('x', 10_000), await EchoAsync(marshaller, new string('x', 10_000)));
    }

    [Fact]
    public async Task Marshaller_NeverCompletes_FailsTheCall()
    {
        var marshaller = Marshallers.Create<string>((_, _) => { }, Read);

        var exception = await Assert.ThrowsAsync<RpcException>(() => EchoAsync(Marshallers.StringMarshaller, "x", marshaller));

        Assert.Equal(StatusCode.Unknown, exception.StatusCode);
    }

    [Fact]
    public async Task Marshaller_FailsHalfway_StreamIsResetRatherThanCorrupt()
    {
        var marshaller = Marshallers.Create(
            (_, context) =>
            {
                context.SetPayloadLength(10);
                context.GetBufferWriter().Write("abc"u8);
                throw new InvalidDataException("half");
            },
            Read);

        var exception = await Assert.ThrowsAsync<RpcException>(() => EchoAsync(Marshallers.StringMarshaller, "x", marshaller));

        Assert.Equal(StatusCode.Internal, exception.StatusCode);
    }

    [Fact]
    public async Task Marshaller_FailsOnTheClient_NothingIsSent()
    {
        var marshaller = Marshallers.Create<string>((_, _) => throw new InvalidDataException("bad"), Read);

        var exception = await Assert.ThrowsAsync<RpcException>(() => EchoAsync(marshaller, "x"));

        Assert.IsType<InvalidDataException>(exception.Status.DebugException);
    }

    [Fact]
    public void Marshaller_EitherForm_OffersTheOther()
    {
        var byContext = Marshallers.Create(
            (text, context) =>
            {
                context.SetPayloadLength(text.Length);
                context.GetBufferWriter().Write(Encoding.UTF8.GetBytes(text));
                context.Complete();
            },
            Read);

        Assert.Equal("abc", byContext.Deserializer(byContext.Serializer("abc")));
    }

    private static async Task<string> EchoAsync(
        Marshaller<string> request, string text, Marshaller<string>? response = null)
    {
        var served = new Method<string, string>(
            MethodType.Unary, "test.Echo", "Say", Marshallers.StringMarshaller, response ?? Marshallers.StringMarshaller);
        var called = new Method<string, string>(
            MethodType.Unary, "test.Echo", "Say", request, Marshallers.StringMarshaller);
        var definition = ServerServiceDefinition.CreateBuilder()
            .AddMethod(served, (UnaryServerMethod<string, string>)((said, _) => Task.FromResult(said)))
            .Build();
        await using var host = await TestHost.StartAsync(app => app.MapGrpcService(definition));
        return await host.Channel().CreateCallInvoker().AsyncUnaryCall(called, null, default, text);
    }
}
