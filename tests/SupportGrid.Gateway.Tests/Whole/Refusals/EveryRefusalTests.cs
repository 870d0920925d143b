using Grpc.Core;
using SupportGrid.Gateway.Edge;
using SupportGrid.Gateway.Tests.Edge;
using SupportGrid.Gateway.Tests.Support;

namespace SupportGrid.Gateway.Tests.Whole.Refusals;

/// <summary>
/// Every refusal of every command, met by a real call: the documented status and reason, and a log that holds what it
/// held. A refusal that nobody meets fails here, unless errors.md says why no call reaches it.
/// </summary>
public sealed class EveryRefusalTests(RefusalGateway gateway) : IClassFixture<RefusalGateway>
{
    private static readonly IReadOnlyList<RefusalCase> All =
    [
        .. CustomerCases.All, .. InteractionCases.All, .. OfferCases.All, .. AgentCases.All, .. OfficeCases.All,
    ];

    /// <summary>Refusals of a gateway that is set up in another way, with the test that meets them.</summary>
    private static readonly Dictionary<string, string> MetElsewhere = new()
    {
        ["LOCAL_ISSUER_OFF"] = nameof(OidcTests.IssueToken_WithAnAuthority_IsRefused),
        ["RATING_WINDOW_OVER"] = nameof(RatingTests.RateInteraction_EightDaysAfterTheEnd_IsRefused),
    };

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var each in All)
        {
            cases.Add(each.Method, each.Code);
        }

        return cases;
    }

    public static TheoryData<string> EdgeFirst() => new(EdgeFirstCases.All.Keys);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Call_ThatTheStateDoesNotAllow_IsRefusedAsDocumentedAndChangesNothing(string method, string code)
    {
        var each = All.Single(c => c.Method == method && c.Code == code);
        var stage = await each.Where(gateway);
        var call = await each.Arrange(stage);
        var before = await stage.Log();

        var refused = await Assert.ThrowsAsync<RpcException>(call);

        Assert.Equal((RefusalPages.Statuses[code], code), (refused.StatusCode, refused.Reason()));
        Assert.Equal(method, stage.Method);
        Assert.NotEmpty(refused.Status.Detail);
        Assert.Equal(before, await stage.Log());
    }

    [Theory]
    [MemberData(nameof(EdgeFirst))]
    public async Task Call_ThatTheEdgeFindsInvalid_NamesTheFieldAndReachesNobody(string code)
    {
        var stage = await Stage.Open(gateway);
        var (field, call) = EdgeFirstCases.All[code];
        var before = await stage.Log();

        var invalid = await Assert.ThrowsAsync<RpcException>(() => call(stage));

        Assert.Equal(
            (StatusCode.InvalidArgument, EdgeReasons.InvalidFields), (invalid.StatusCode, invalid.Reason()));
        Assert.Equal([field], invalid.Fields());
        Assert.Equal(before, await stage.Log());
    }

    [Theory]
    [MemberData(nameof(RefusalStatusTests.Codes), MemberType = typeof(RefusalStatusTests))]
    public void Code_ThatThePlatformKnows_IsMetByACallOrSaidToBeOutOfReach(string code)
    {
        var isMet = All.Any(c => c.Code == code) || MetElsewhere.ContainsKey(code);
        var isOutOfReach = RefusalPages.Unreachable.ContainsKey(code);

        Assert.True(isMet || isOutOfReach, $"No call here meets {code}, and errors.md does not say that none can.");
        Assert.False(isMet && isOutOfReach, $"A call here meets {code}, and errors.md says that none can.");
    }

    [Theory]
    [MemberData(nameof(RefusalStatusTests.Codes), MemberType = typeof(RefusalStatusTests))]
    public void Code_ThatThePlatformKnows_IsDocumentedWithItsStatus(string code)
    {
        Assert.True(RefusalPages.Statuses.ContainsKey(code), $"{code} is not in the table of errors.md.");
        Assert.Equal(RefusalStatus.Of(code), RefusalPages.Statuses[code]);
    }

    [Fact]
    public void Page_EveryCode_IsOneOfThePlatform()
    {
        var known = RefusalStatusTests.Codes().Cast<object[]>().Select(row => (string)row[0]);
        Assert.Empty(RefusalPages.Statuses.Keys.Union(RefusalPages.Unreachable.Keys).Except(known));
    }

    [Fact]
    public void Page_CodeOutOfReach_NamesATestThatThereIs()
    {
        var sources = Directory
            .EnumerateFiles(Path.Combine(RefusalPages.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .ToLookup(f => Path.GetFileNameWithoutExtension(f), f => File.ReadAllText(f));
        Assert.All(RefusalPages.Unreachable, code => Assert.Contains(
            sources[code.Value.Class], text => text.Contains($" {code.Value.Test}(", StringComparison.Ordinal)));
        Assert.Equal(
            RefusalPages.Unreachable.Keys.Except(["DIRECTED_ELSEWHERE", "NOT_CONNECTED", "READING_SETTLED"]).Order(),
            EdgeFirstCases.All.Keys.Order());
    }

    [Fact]
    public void Method_WithARequestId_RefusesAnotherRequestUnderIt() => Assert.Equal(
        ApiMethods.All.Where(m => m.InputType.FindFieldByName("request_id") is not null).Select(m => m.Name).Order(),
        All.Where(c => c.Code == "REQUEST_ID_REUSED").Select(c => c.Method).Order());
}
