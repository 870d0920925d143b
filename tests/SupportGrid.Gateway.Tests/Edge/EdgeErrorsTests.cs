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
        Assert.InRange(TrailerBytes(error), 1, 6_144);
        Assert.Equal($"and {400 - (told.FieldViolations.Count - 1)} more", told.FieldViolations[^1].Description);
        Assert.Contains("400 places", error.Status.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("ü")]
    [InlineData("😀")]
    public void Invalid_HugePathAndValue_StayWithinWhatClientsTakeInTrailers(string letter)
    {
        var huge = string.Concat(Enumerable.Repeat(letter, 1_000_000));
        var error = EdgeErrors.Invalid([.. Enumerable.Range(1, 9).Select(
            _ => new FieldViolation { Field = huge, Description = huge })]);
        Assert.InRange(TrailerBytes(error), 1, 6_144);
        var told = error.Detail<BadRequest>()!.FieldViolations;
        Assert.StartsWith(letter, told[0].Field, StringComparison.Ordinal);
        Assert.EndsWith($"{letter}…", told[0].Field, StringComparison.Ordinal);
        Assert.EndsWith(" more", told[^1].Description, StringComparison.Ordinal);
        Assert.InRange(TrailerBytes(EdgeErrors.Refused(new Refusal("CONFIGURATION_INVALID", huge))), 1, 6_144);
    }

    [Theory]
    [InlineData("must be a number", "The request is invalid: share must be a number.")]
    [InlineData("It lies between 0 and 1.", "The request is invalid: share It lies between 0 and 1.")]
    public void Invalid_RuleWithAndWithoutAFullStop_EndsWithOne(string rule, string sentence) =>
        Assert.Equal(sentence, EdgeErrors.Invalid("share", rule).Status.Detail);

    [Fact]
    public void Failed_Retryable_SaysWhenToTryAgain()
    {
        Assert.NotNull(EdgeErrors.Failed("STORE_UNAVAILABLE", "Not now.", isRetryable: true).Detail<RetryInfo>());
        Assert.Null(EdgeErrors.Failed("STORE_UNAVAILABLE", "Not now.", isRetryable: false).Detail<RetryInfo>());
    }

    [Fact]
    public void ReasonOf_ErrorOfSomebodyElse_IsEmpty() =>
        Assert.Equal("", EdgeErrors.ReasonOf(new RpcException(new Grpc.Core.Status(StatusCode.Aborted, "x"))));

    /// <summary>The sentence as grpc-message has it, the details as base64.</summary>
    private static int TrailerBytes(RpcException error) =>
        Uri.EscapeDataString(error.Status.Detail).Length
        + error.Trailers.Sum(t => Convert.ToBase64String(t.ValueBytes).Length);
}
