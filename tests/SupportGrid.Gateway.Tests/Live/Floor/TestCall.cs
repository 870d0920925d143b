using Grpc.Core;

namespace SupportGrid.Gateway.Tests.Live.Floor;

/// <summary>A call whose client can go away.</summary>
internal sealed class TestCall : ServerCallContext, IDisposable
{
    private readonly CancellationTokenSource _gone = new();

    protected override string MethodCore => "/test/Watch";

    protected override string HostCore => "test";

    protected override string PeerCore => "ipv4:127.0.0.1:1";

    protected override DateTime DeadlineCore => DateTime.MaxValue;

    protected override Metadata RequestHeadersCore { get; } = [];

    protected override CancellationToken CancellationTokenCore => _gone.Token;

    protected override Metadata ResponseTrailersCore { get; } = [];

    protected override Status StatusCore { get; set; }

    protected override WriteOptions? WriteOptionsCore { get; set; }

    protected override AuthContext AuthContextCore => new(null, []);

    public void Leave() => _gone.Cancel();

    public void Dispose() => _gone.Dispose();

    protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders) => Task.CompletedTask;

    protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) =>
        throw new NotSupportedException("Live streams make no calls on the client's behalf.");
}
