using Grpc.Core;
using Microsoft.AspNetCore.Http;
using SupportGrid.Gateway.Identity;

namespace SupportGrid.Gateway.Tests.Support;

/// <summary>A call that no network carries.</summary>
internal sealed class FakeCall : ServerCallContext
{
    private readonly string _method;
    private readonly CancellationToken _cancelled;

    /// <param name="caller">Who authentication says it is; null: nobody.</param>
    public FakeCall(string method, Caller? caller, CancellationToken cancelled = default)
    {
        _method = method;
        _cancelled = cancelled;
        Http = new DefaultHttpContext();
        if (caller is not null)
        {
            Http.User = new System.Security.Claims.ClaimsPrincipal(new CallerIdentity(caller));
        }

        UserState["__HttpContext"] = Http;
    }

    public DefaultHttpContext Http { get; }

    public DateTime EndsAt { get; init; } = DateTime.MaxValue;

    protected override string MethodCore => _method;

    protected override string HostCore => "localhost";

    protected override string PeerCore => "ipv4:127.0.0.1:1";

    protected override DateTime DeadlineCore => EndsAt;

    protected override Metadata RequestHeadersCore { get; } = [];

    protected override CancellationToken CancellationTokenCore => _cancelled;

    protected override Metadata ResponseTrailersCore { get; } = [];

    protected override Status StatusCore { get; set; }

    protected override WriteOptions? WriteOptionsCore { get; set; }

    protected override AuthContext AuthContextCore => new(null, []);

    protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders) => Task.CompletedTask;

    protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) =>
        throw new NotSupportedException();
}
