using Grpc.Core;
using Grpc.Net.Client;
using SupportGrid.Substitutes.Grpc.Tests.Support;

namespace SupportGrid.Substitutes.Grpc.Tests.Client;

public sealed class CredentialsTests
{
    private static readonly CallCredentials Token = CallCredentials.FromInterceptor((context, metadata) =>
    {
        metadata.Add("authorization", $"Bearer {context.MethodName} {new Uri(context.ServiceUrl).AbsolutePath}");
        return Task.CompletedTask;
    });

    [Fact]
    public async Task CallCredentials_OverTls_ArriveAsHeader()
    {
        var seen = await SeenAsync(tls: true, new GrpcChannelOptions(), new CallOptions(credentials: Token));

        Assert.Equal("Bearer Ask /supportgrid.probe.Probe", seen.GetValue("authorization"));
    }

    [Fact]
    public async Task CallCredentials_OfTheChannel_AreAddedToThoseOfTheCall()
    {
        var second = CallCredentials.FromInterceptor((_, metadata) =>
        {
            metadata.Add("second", "2");
            return Task.CompletedTask;
        });
        var options = new GrpcChannelOptions { Credentials = ChannelCredentials.Create(new SslCredentials(), Token) };

        var seen = await SeenAsync(tls: true, options, new CallOptions(credentials: second));

        Assert.NotNull(seen.Get("authorization"));
        Assert.Equal("2", seen.GetValue("second"));
    }

    [Fact]
    public async Task CallCredentials_WithoutTls_AreNotSent()
    {
        var seen = await SeenAsync(tls: false, new GrpcChannelOptions(), new CallOptions(credentials: Token));

        Assert.Null(seen.Get("authorization"));
    }

    [Fact]
    public async Task CallCredentials_WithoutTlsButAllowed_AreSent()
    {
        var options = new GrpcChannelOptions { UnsafeUseInsecureChannelCallCredentials = true };

        var seen = await SeenAsync(tls: false, options, new CallOptions(credentials: CallCredentials.Compose(Token)));

        Assert.NotNull(seen.Get("authorization"));
    }

    [Fact]
    public async Task CallCredentials_InterceptorFails_CallFails()
    {
        var broken = CallCredentials.FromInterceptor((_, _) => throw new InvalidOperationException("no token"));
        var options = new GrpcChannelOptions { UnsafeUseInsecureChannelCallCredentials = true };

        var exception = await Assert.ThrowsAsync<RpcException>(
            () => SeenAsync(tls: false, options, new CallOptions(credentials: broken)));

        Assert.Equal(StatusCode.Internal, exception.StatusCode);
        Assert.Contains("no token", exception.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Channel_CallCredentialsWithoutTls_IsRefused() => Refused("http://localhost", new GrpcChannelOptions
    {
        Credentials = ChannelCredentials.Create(ChannelCredentials.Insecure, Token),
    });

    [Fact]
    public void Channel_CredentialsContradictAddress_IsRefused()
    {
        Refused("http://localhost", new GrpcChannelOptions { Credentials = ChannelCredentials.SecureSsl });
        Refused("https://localhost", new GrpcChannelOptions { Credentials = ChannelCredentials.Insecure });
    }

    private static void Refused(string address, GrpcChannelOptions options) =>
        Assert.Throws<InvalidOperationException>(() => GrpcChannel.ForAddress(address, options));

    private static async Task<Metadata> SeenAsync(bool tls, GrpcChannelOptions options, CallOptions call)
    {
        await using var probe = await ProbeHost.StartAsync();
        var seen = new TaskCompletionSource<Metadata>();
        probe.Script.Ask = (_, context) =>
        {
            seen.TrySetResult(context.RequestHeaders);
            return Task.FromResult(new ProbeReply());
        };
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) =>
            certificate!.GetCertHashString() == TestCertificate.Server.GetCertHashString();
        options.HttpHandler = handler;
        using var channel = GrpcChannel.ForAddress(tls ? probe.Host.TlsAddress : probe.Address, options);
        await new Probe.ProbeClient(channel).AskAsync(new ProbeRequest(), call);
        return await seen.Task.Within();
    }
}
