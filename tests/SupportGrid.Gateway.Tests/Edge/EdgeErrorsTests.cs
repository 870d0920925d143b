using Google.Rpc;
using Grpc.Core;
using SupportGrid.Gateway.Edge;
using SupportGrid.Gateway.Tests.Support;
using SupportGrid.Kernel;
using FieldViolation = Google.Rpc.BadRequest.Types.FieldViolation;

namespace SupportGrid.Gateway.Tests.Edge;

public sealed class EdgeErrorsTests
{
    [Fact]
    public void Refused_Refusal_CarriesItsCodeAndSentence()
    {
        var error = EdgeErrors.Refused(new Refusal("OFFER_EXPIRED", "Too late."));
        Assert.Equal(StatusCode.FailedPrecondition, error.StatusCode);
        Assert.Equal("Too late.", error.Status.Detail);
        Assert.Equal("OFFER_EXPIRED", error.Reason());
        Assert.Equal("supportgrid", error.Detail<ErrorInfo>()!.Domain);
    }

    [Fact]
    public void Invalid_ManyViolations_StayWithinWhatClientsTakeInTrailers()
    {
        var violations = Enumerable.Range(1, 400)
            .Select(n => new FieldViolation { Field = $"field{n}", Description = "must be otherwise than it is now" })
            .ToList();
        var error = EdgeErrors.Invalid(violations);
        var told = error.Detail<BadRequest>()!;
        Assert.InRange(told.CalculateSize(), 1, EdgeErrors.ViolationBytesMax + 1_024);
        Assert.Equal($"and {400 - (told.FieldViolations.Count - 1)} more", told.FieldViolations[^1].Description);
        Assert.Contains("400 places", error.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Failed_Retryable_SaysWhenToTryAgain()
    {
        Assert.NotNull(EdgeErrors.Failed("STORE_UNAVAILABLE", "Not now.", isRetryable: true).Detail<RetryInfo>());
        Assert.Null(EdgeErrors.Failed("STORE_UNAVAILABLE", "Not now.", isRetryable: false).Detail<RetryInfo>());
    }

    [Fact]
    public void ReasonOf_ErrorOfSomebodyElse_IsEmpty() =>
        Assert.Equal("", EdgeErrors.ReasonOf(new RpcException(new Grpc.Core.Status(StatusCode.Aborted, "x"))));
}
