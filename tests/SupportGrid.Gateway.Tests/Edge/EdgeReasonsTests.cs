using System.Reflection;
using System.Text.RegularExpressions;
using Google.Rpc;
using Grpc.Core;
using SupportGrid.Gateway.Edge;
using SupportGrid.Gateway.Live;
using SupportGrid.Gateway.Live.Cursors;
using SupportGrid.Gateway.Tests.Support;
using SupportGrid.Gateway.Tests.Whole.Refusals;

namespace SupportGrid.Gateway.Tests.Edge;

public sealed partial class EdgeReasonsTests
{
    /// <summary>Every way in which a stream ends, with whether it is worth to come again in a moment.</summary>
    private static readonly (RpcException Ending, bool Retry)[] Endings =
    [
        (StreamEndings.ConsumerTooSlow(), false), (StreamEndings.Draining(), true), (StreamEndings.TokenExpired(), false),
        (StreamEndings.SignedOut(), false), (StreamEndings.BoardUnavailable(), true),
        (StreamEndings.Of(CursorProblem.Malformed), false), (StreamEndings.Of(CursorProblem.Foreign), false),
        (StreamEndings.Of(CursorProblem.InFuture), false), (StreamEndings.Of(CursorProblem.TooOld), false),
    ];

    [Fact]
    public void All_HasEveryConstant() => Assert.Equal(
        typeof(EdgeReasons).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!).Order(),
        EdgeReasons.All.Order());

    [Fact]
    public void Page_NamesEveryReasonAndNoOther() =>
        Assert.Equal(EdgeReasons.All.Order(), RefusalPages.Reasons.Keys.Order());

    [Fact]
    public void Source_OfTheGateway_WritesReasonsInOnePlace()
    {
        var known = RefusalStatusTests.Codes().Cast<object[]>().Select(row => (string)row[0]).Concat(EdgeReasons.All).ToHashSet();
        var sources = Directory.EnumerateFiles(
            Path.Combine(RefusalPages.Root, "services", "SupportGrid.Gateway"), "*.cs", SearchOption.AllDirectories);
        var literals = sources.Where(f => !f.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(f => ReasonLiteral().Matches(File.ReadAllText(f)).Select(m => m.Groups["reason"].Value));
        Assert.DoesNotContain(literals.Distinct(), l => !known.Contains(l));
    }

    [Fact]
    public void StreamEndings_SayWhatThePageSays() => Assert.All(Endings, e =>
    {
        Assert.Equal(RefusalPages.Reasons[e.Ending.Reason()], e.Ending.StatusCode);
        Assert.Equal(e.Retry, e.Ending.Detail<RetryInfo>() is not null);
    });

    [GeneratedRegex("\"(?<reason>[A-Z]+(_[A-Z]+)+)\"")]
    private static partial Regex ReasonLiteral();
}
