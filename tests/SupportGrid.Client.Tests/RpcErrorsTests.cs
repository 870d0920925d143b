using Grpc.Core;
using SupportGrid.Client.Tests.Support;

namespace SupportGrid.Client.Tests;

public sealed class RpcErrorsTests
{
    public static TheoryData<StatusCode, string> Refusals => new()
    {
        { StatusCode.ResourceExhausted, "TRANSFER_LIMIT" },
        { StatusCode.ResourceExhausted, "TRANSCRIPT_FULL" },
        { StatusCode.ResourceExhausted, "REOPEN_LIMIT" },
        { StatusCode.ResourceExhausted, "TOO_MANY_IDENTITIES" },
        { StatusCode.ResourceExhausted, "TOO_MANY_CONNECTIONS" },
        { StatusCode.Aborted, "CONFIGURATION_VERSION" },
        { StatusCode.FailedPrecondition, "OFFER_NOT_CURRENT" },
        { StatusCode.Unavailable, "STORE_UNAVAILABLE" },
        { StatusCode.Internal, "INTERNAL" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void IsTransient_ReasonWithoutRetryInfo_No(StatusCode code, string reason) =>
        Assert.False(RpcErrors.IsTransient(Errors.Of(code, reason)));

    [Theory]
    [InlineData(StatusCode.ResourceExhausted, "RATE_LIMITED")]
    [InlineData(StatusCode.ResourceExhausted, "TOO_MANY_STREAMS")]
    [InlineData(StatusCode.Unavailable, "STORE_UNAVAILABLE")]
    public void IsTransient_RetryInfo_Yes(StatusCode code, string reason)
    {
        var error = Errors.Of(code, reason, TimeSpan.FromSeconds(3));
        Assert.True(RpcErrors.IsTransient(error));
        Assert.Equal(TimeSpan.FromSeconds(3), RpcErrors.RetryDelayOf(error));
    }

    [Theory]
    [InlineData(StatusCode.Aborted, "CONSUMER_TOO_SLOW")]
    [InlineData(StatusCode.Unavailable, "DRAINING")]
    [InlineData(StatusCode.Unavailable, "BOARD_UNAVAILABLE")]
    public void IsTransient_StreamInterrupted_Yes(StatusCode code, string reason) =>
        Assert.True(RpcErrors.IsTransient(Errors.Of(code, reason)));

    [Theory]
    [InlineData(StatusCode.Unavailable, true)]
    [InlineData(StatusCode.DeadlineExceeded, true)]
    [InlineData(StatusCode.Aborted, false)]
    [InlineData(StatusCode.ResourceExhausted, false)]
    [InlineData(StatusCode.Internal, false)]
    [InlineData(StatusCode.Cancelled, false)]
    public void IsTransient_NobodyOfOursAnswered_OnlyConnectionAndDeadline(StatusCode code, bool transient)
    {
        Assert.Equal(transient, RpcErrors.IsTransient(Errors.Bare(code)));
        Assert.Equal(transient, RpcErrors.IsTransient(Errors.WithDetails(code, [0xFF, 0xFF, 0x01])));
    }

    [Theory]
    [InlineData(StatusCode.OutOfRange, "CURSOR_TOO_OLD", true)]
    [InlineData(StatusCode.OutOfRange, "CURSOR_IN_FUTURE", true)]
    [InlineData(StatusCode.InvalidArgument, "CURSOR_FOREIGN", true)]
    [InlineData(StatusCode.InvalidArgument, "CURSOR_MALFORMED", true)]
    [InlineData(StatusCode.InvalidArgument, "INVALID_FIELDS", false)]
    public void IsCursorRefused_ByReason(StatusCode code, string reason, bool refused) =>
        Assert.Equal(refused, RpcErrors.IsCursorRefused(Errors.Of(code, reason)));
}
