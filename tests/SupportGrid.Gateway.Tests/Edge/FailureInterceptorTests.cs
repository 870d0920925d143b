using Grpc.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SupportGrid.Contracts.Grains;
using SupportGrid.EventStore;
using SupportGrid.Gateway.Edge;
using SupportGrid.Gateway.Roles;
using SupportGrid.Gateway.Tests.Support;
using SupportGrid.Gateway.Tests.Whole;
using SupportGrid.Kernel;

namespace SupportGrid.Gateway.Tests.Edge;

public sealed class FailureInterceptorTests
{
    private const string Secret = "password=hunter2 ann@example.org";

    public static TheoryData<Exception, StatusCode, string> Failures() => new()
    {
        { new InvalidOperationException(Secret), StatusCode.Internal, "INTERNAL" },
        { new InvariantBrokenException(Secret), StatusCode.Internal, "INTERNAL" },
        { new OperationCanceledException(Secret), StatusCode.Internal, "INTERNAL" },
        { new EventStoreUnavailableException(Secret, isRetryable: true), StatusCode.Unavailable, "STORE_UNAVAILABLE" },
        { new EventStoreUnavailableException(Secret, isRetryable: false), StatusCode.Unavailable, "STORE_UNAVAILABLE" },
        { new LogUnavailableException(Secret, isRetryable: true), StatusCode.Unavailable, "STORE_UNAVAILABLE" },
        { new LogUnavailableException(Secret, isRetryable: false), StatusCode.Unavailable, "STORE_UNAVAILABLE" },
        { new TimeoutException(Secret), StatusCode.Unavailable, "TIMEOUT" },
        { new Orleans.Runtime.OrleansException(Secret), StatusCode.Unavailable, "ACTORS_UNAVAILABLE" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task UnaryServerHandler_Failure_TellsItsKindAndNothingOfItsText(
        Exception thrown, StatusCode status, string reason)
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => Throw(thrown, new FakeCall("/s/m", null)));
        Assert.Equal(status, error.StatusCode);
        Assert.Equal(reason, error.Reason());
        var everything = error.Body() + string.Join(' ', error.Trailers.Select(t => Convert.ToHexString(t.ValueBytes)));
        Assert.DoesNotContain("hunter2", everything + error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Convert.ToHexString("hunter2"u8), everything, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "What is stored could not be read; nothing was acknowledged.")]
    [InlineData(false, "The change could not be stored; nothing was acknowledged.")]
    public async Task UnaryServerHandler_StoreFails_SaysWhetherItWasAReadOrAWrite(bool isRead, string sentence)
    {
        var thrown = new EventStoreUnavailableException(Secret, isRetryable: true) { IsRead = isRead };
        var error = await Assert.ThrowsAsync<RpcException>(() => Throw(thrown, new FakeCall("/s/m", null)));
        Assert.Equal(sentence, error.Status.Detail);
    }

    [Fact]
    public async Task UnaryServerHandler_Bug_GivesANumberToQuote()
    {
        var error = await Assert.ThrowsAsync<RpcException>(
            () => Throw(new InvalidOperationException(Secret), new FakeCall("/s/m", null)));
        var id = error.Detail<Google.Rpc.RequestInfo>()!.RequestId;
        Assert.Equal(32, id.Length);
        Assert.Contains(id, error.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnaryServerHandler_CallerGoneOrLate_IsNoFailureOfOurs()
    {
        var gone = new FakeCall("/s/m", null, new CancellationToken(canceled: true));
        var late = new FakeCall("/s/m", null, new CancellationToken(canceled: true)) { EndsAt = DateTime.UnixEpoch };
        var cancelled = await Assert.ThrowsAsync<RpcException>(() => Throw(new OperationCanceledException(), gone));
        var exceeded = await Assert.ThrowsAsync<RpcException>(() => Throw(new OperationCanceledException(), late));
        Assert.Equal(StatusCode.Cancelled, cancelled.StatusCode);
        Assert.Equal(StatusCode.DeadlineExceeded, exceeded.StatusCode);
    }

    [Fact]
    public async Task UnaryServerHandler_WriteFindsTheCallerGoneBeforeTheTokenDoes_IsNoFailureOfOurs()
    {
        using var going = new CancellationTokenSource();
        var call = new FakeCall("/s/m", null, going.Token);
        var gone = new OperationCanceledException("The client is gone.", going.Token);
        var cancelled = await Assert.ThrowsAsync<RpcException>(() => Throw(gone, call));
        Assert.Equal(StatusCode.Cancelled, cancelled.StatusCode);

        using var own = new CancellationTokenSource();
        var ours = await Assert.ThrowsAsync<RpcException>(
            () => Throw(new OperationCanceledException("Ours.", own.Token), call));
        Assert.Equal(StatusCode.Internal, ours.StatusCode);
    }

    [Fact]
    public async Task UnaryServerHandler_Refusal_GoesThroughUnchanged()
    {
        var refusal = EdgeErrors.Refused(EdgeRefusals.NoSuchInteraction);
        Assert.Same(refusal, await Assert.ThrowsAsync<RpcException>(() => Throw(refusal, new FakeCall("/s/m", null))));
    }

    [Fact]
    public async Task UnaryServerHandler_Denial_IsLoggedWithTenantAndReason()
    {
        using var probe = new LogProbe();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(probe));
        var failures = new FailureInterceptor(new TestTime(), factory.CreateLogger<FailureInterceptor>());
        var call = new FakeCall("/s/m", null);
        Callers.With(Role.Agent, "ann").Enter(call);
        await Assert.ThrowsAsync<RpcException>(() => failures.UnaryServerHandler<string, string>(
            "", call, (_, _) => throw EdgeErrors.Denied("OTHER_CUSTOMER", "No.")));
        var line = Assert.Single(probe.Everything);
        Assert.Contains("OTHER_CUSTOMER; tenant acme", line, StringComparison.Ordinal);
        Assert.DoesNotContain("ann", line, StringComparison.Ordinal);
    }

    private static Task<string> Throw(Exception thrown, FakeCall call) =>
        new FailureInterceptor(new TestTime(), NullLogger<FailureInterceptor>.Instance)
            .UnaryServerHandler<string, string>("", call, (_, _) => Task.FromException<string>(thrown));
}
