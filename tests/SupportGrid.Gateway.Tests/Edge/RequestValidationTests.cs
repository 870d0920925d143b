using Google.Protobuf;
using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Gateway.Admin;
using SupportGrid.Gateway.Customers;
using SupportGrid.Gateway.Desk;
using SupportGrid.Gateway.Edge;
using SupportGrid.Gateway.Empathy;
using SupportGrid.Gateway.Guests;
using SupportGrid.Gateway.Events;
using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Roles;
using SupportGrid.Gateway.Supervision;
using SupportGrid.Gateway.Tests.Support;

namespace SupportGrid.Gateway.Tests.Edge;

/// <summary>Every request with everything wrong at once, at its limits, and as small as it may be.</summary>
public sealed class RequestValidationTests
{
    private const string NoId = "Not An Id";

    private static readonly Caller Customer = Callers.With(Role.Customer);
    private static readonly Caller Speaker = Callers.With(Role.Channel);

    private static readonly string LongId = new('r', RequestLimits.RequestIdLengthMax + 1);

    /// <summary>Everything wrong at once: all of it is told, in this order.</summary>
    public static TheoryData<string, string[]> Wrong() => new()
    {
        {
            nameof(OpenInteractionRequest),
            [
                "customer_id", "request_id", "customer_name", "channel", "queue", "subject", "first_message",
                "extra_priority", "skills[0].skill", "skills[0].minimum_level", "skills[1].minimum_level",
                "skills[2].skill",
            ]
        },
        { nameof(SendCustomerMessageRequest), ["customer_id", "request_id", "interaction_id", "text"] },
        { nameof(LeaveInteractionRequest), ["customer_id", "request_id", "interaction_id"] },
        { nameof(ReopenInteractionRequest), ["customer_id", "request_id", "interaction_id"] },
        { nameof(SetCustomerTypingRequest), ["customer_id", "interaction_id"] },
        { nameof(SetAgentTypingRequest), ["interaction_id"] },
        { nameof(StartGuestSessionRequest), ["tenant", "queue", "token"] },
        {
            nameof(RateInteractionRequest), ["customer_id", "request_id", "interaction_id", "score", "comment"]
        },
        { nameof(SwitchChannelRequest), ["customer_id", "request_id", "interaction_id", "channel"] },
        { nameof(IdentifyCustomerRequest), ["customer_id", "request_id", "customer_name", "identity"] },
        { nameof(ListOwnInteractionsRequest), ["customer_id"] },
        { nameof(WatchInteractionRequest), ["customer_id", "interaction_id", "cursor"] },
        { nameof(SignInRequest), ["request_id", "presence"] },
        { nameof(SignOutRequest), ["request_id"] },
        { nameof(SetPresenceRequest), ["request_id", "presence"] },
        { nameof(WatchDeskRequest), ["cursor", "language"] },
        { nameof(AcceptOfferRequest), ["request_id", "interaction_id", "offer_id"] },
        { nameof(RejectOfferRequest), ["request_id", "interaction_id", "offer_id", "reason"] },
        { nameof(SendAgentMessageRequest), ["request_id", "interaction_id", "text"] },
        { nameof(HoldInteractionRequest), ["request_id", "interaction_id"] },
        { nameof(RetrieveInteractionRequest), ["request_id", "interaction_id"] },
        { nameof(TransferInteractionRequest), ["request_id", "interaction_id", "to_queue", "to_agent", "note"] },
        { nameof(EndContactRequest), ["request_id", "interaction_id"] },
        { nameof(CompleteWrapUpRequest), ["request_id", "interaction_id", "code", "note"] },
        { nameof(GetCustomerRequest), ["interaction_id"] },
        { nameof(AnswerCueRequest), ["request_id", "interaction_id", "cue_id", "answer", "right_label"] },
        { nameof(SetEmotionalLoadRequest), ["request_id"] },
        { nameof(ListTransferTargetsRequest), ["queue", "search"] },
        { nameof(GetOwnDayRequest), ["since"] },
        { nameof(ListCuesRequest), ["interaction_id", "language"] },
        { nameof(ExplainCueRequest), ["interaction_id", "cue_id", "language"] },
        { nameof(RestoreCueKindRequest), ["request_id", "kind"] },
        { nameof(WatchAlertsRequest), ["cursor", "language", "queues", "queues[1]"] },
        { nameof(ListAgentsRequest), ["page_size", "page_token"] },
        { nameof(ListInteractionsRequest), ["queue", "page_size", "page_token"] },
        { nameof(GetInteractionRequest), ["interaction_id"] },
        { nameof(ReassignInteractionRequest), ["request_id", "interaction_id", "to_queue", "to_agent", "note"] },
        { nameof(ChangePriorityRequest), ["request_id", "interaction_id", "priority", "reason"] },
        { nameof(SignOutAgentRequest), ["request_id", "agent_id"] },
        { nameof(SetAgentPresenceRequest), ["request_id", "agent_id", "presence"] },
        { nameof(ExplainDecisionRequest), ["interaction_id", "offer_id", "agent_id", "agent_id"] },
        { nameof(ReplayDecisionRequest), ["interaction_id", "offer_id"] },
        { nameof(WatchWallboardRequest), ["cursor"] },
        { nameof(ListIntervalsRequest), ["queue", "hours"] },
        { nameof(WatchQueueRequest), ["queue", "cursor"] },
        { nameof(WatchAgentsRequest), ["cursor"] },
        { nameof(WatchInteractionsRequest), ["cursor"] },
        { nameof(ApplyConfigurationRequest), ["request_id", "yaml", "expected_version"] },
        { nameof(PutEntryRequest), ["request_id", "kind", "key", "yaml"] },
        { nameof(RemoveEntryRequest), ["request_id", "kind", "key"] },
        { nameof(IssueTokenRequest), ["subject", "lifetime_seconds", "roles[1]"] },
        { nameof(WatchEventsRequest), ["cursor", "from", "types[1]"] },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Check_EverythingWrong_TellsAllOfIt(string request, string[] fields)
    {
        var error = Assert.Throws<RpcException>(() => Check(RequestSamples.Wrong(request), Speaker));
        Assert.Equal(StatusCode.InvalidArgument, error.StatusCode);
        Assert.Equal(EdgeReasons.InvalidFields, error.Reason());
        Assert.Equal(fields, error.Fields());
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Check_EveryFieldAtItsLimit_IsFine(string request, string[] fields)
    {
        Assert.NotEmpty(fields);
        Check(RequestSamples.AtLimits(request), Speaker);
    }

    [Fact]
    public void Wrong_EveryRequestOfTheApi_IsAmongThem() => Assert.Equal(
        ApiMethods.All.Select(m => m.InputType.Name)
            .Where(n => n is not (
                nameof(GetConfigurationRequest) or nameof(ListCueKindsRequest) or nameof(GetDeskOptionsRequest)))
            .Order(StringComparer.Ordinal),
        Wrong().Select(row => (string)row[0]!).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("")]
    [InlineData("ann")]
    public void Check_CustomerNamesNobodyOrItself_ActsForItself(string customerId) => Assert.Equal(
        "ann", new ListOwnInteractionsRequest { CustomerId = customerId }.Check(Customer));

    [Fact]
    public void Check_CustomerNamesAnother_IsDenied()
    {
        var denied = Assert.Throws<RpcException>(
            () => new ListOwnInteractionsRequest { CustomerId = "bob" }.Check(Customer));
        Assert.Equal(StatusCode.PermissionDenied, denied.StatusCode);
        Assert.Equal("OTHER_CUSTOMER", denied.Reason());
    }

    [Fact]
    public void Check_ChannelNamesNobody_IsInvalidAndNamed_IsThatCustomer()
    {
        var invalid = Assert.Throws<RpcException>(() => new ListOwnInteractionsRequest().Check(Speaker));
        Assert.Equal(["customer_id"], invalid.Fields());
        Assert.Equal("bob", new ListOwnInteractionsRequest { CustomerId = "bob" }.Check(Speaker));
    }

    [Fact]
    public void Check_CustomerAddsPriority_IsInvalid()
    {
        var request = new OpenInteractionRequest
        {
            RequestId = "r", Channel = Channel.Chat, Queue = "billing", ExtraPriority = 1,
        };
        Assert.Equal(["extra_priority"], Assert.Throws<RpcException>(() => request.Check(Customer)).Fields());
    }

    [Fact]
    public void Check_IdentifiesByNothing_IsInvalid()
    {
        var request = new IdentifyCustomerRequest { RequestId = "r", CustomerId = "ann" };
        Assert.Equal(["identity"], Assert.Throws<RpcException>(() => request.Check(Speaker)).Fields());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\nb")]
    [InlineData("a\u0000")]
    [InlineData("   ")]
    public void RequestId_EmptyBlankOrWithControls_IsInvalid(string id)
    {
        var check = new RequestValidation();
        check.RequestId(id);
        Assert.Single(check.Violations);
    }

    [Theory]
    [InlineData("a\uFFFDb")]
    [InlineData("a\u202Eb")]
    [InlineData("a\u2067b")]
    [InlineData("a\u2028b")]
    [InlineData("a\u001Bb")]
    [InlineData("\u200B\u2060")]
    public void RequestId_ThatCouldBeTakenForAnother_IsInvalid(string id)
    {
        var check = new RequestValidation();
        check.RequestId(id);
        Assert.Single(check.Violations);
    }

    [Theory]
    [InlineData("Dr. Zoë 😀", true)]
    [InlineData("\u202Egpj.exe", false)]
    [InlineData("a\u2066b", false)]
    [InlineData("a\u2029b", false)]
    [InlineData("a\tb", false)]
    [InlineData("a\u0085b", false)]
    public void Name_ThatReadsInAnotherOrderOrLine_IsInvalid(string name, bool valid)
    {
        var check = new RequestValidation();
        check.Name("subject", name, 0, 200);
        Assert.Equal(valid, check.Violations.Count == 0);
    }

    [Theory]
    [InlineData("two\r\nlines\tand a tab", true)]
    [InlineData("שלום \u2067hi\u2069", true)]
    [InlineData("👩\u200D💻", true)]
    [InlineData("a\u0000", false)]
    [InlineData("\u001B[31m", false)]
    [InlineData("\u200B\u200D\uFEFF", false)]
    [InlineData("\u3164", false)]
    [InlineData(" \n ", false)]
    public void Text_Controls_AndWhatNobodySees_AreInvalid(string text, bool valid)
    {
        var (must, may) = (new RequestValidation(), new RequestValidation());
        must.Text("text", text, 1, 200);
        may.OptionalText("first_message", text, 200).OptionalText("first_message", "", 200);
        Assert.Equal((valid, valid), (must.Violations.Count == 0, may.Violations.Count == 0));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-10_000.01)]
    public void Number_OutsideOrNoNumber_IsInvalid(double value)
    {
        var check = new RequestValidation();
        check.Number("priority", value, -10_000, 10_000);
        Assert.Single(check.Violations);
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("7", true)]
    [InlineData("a.b_c-d", true)]
    [InlineData("", false)]
    [InlineData("A", false)]
    [InlineData("-a", false)]
    [InlineData(".a", false)]
    [InlineData("a/b", false)]
    [InlineData("a b", false)]
    [InlineData("ä", false)]
    [InlineData("a\n", false)]
    public void IdFormat_Samples_AreJudged(string id, bool valid) => Assert.Equal(valid, IdFormat.IsValid(id));

    [Fact]
    public void IdFormat_Length_EndsAtItsLimit()
    {
        Assert.True(IdFormat.IsValid(new string('a', 64)));
        Assert.False(IdFormat.IsValid(new string('a', 65)));
    }

    [Fact]
    public void Samples_TheWrongOnes_ShareWhatIsWrong()
    {
        Assert.Equal(NoId, RequestSamples.NoId);
        Assert.Equal(LongId, RequestSamples.LongId);
    }

    /// <summary>The check that the service makes of a request of this type.</summary>
    private static void Check(IMessage request, Caller caller)
    {
        switch (request)
        {
            case OpenInteractionRequest r: r.Check(caller); break;
            case SendCustomerMessageRequest r: r.Check(caller); break;
            case LeaveInteractionRequest r: r.Check(caller); break;
            case ReopenInteractionRequest r: r.Check(caller); break;
            case SetCustomerTypingRequest r: r.Check(caller); break;
            case StartGuestSessionRequest r: r.Check(); break;
            case RateInteractionRequest r: r.Check(caller); break;
            case SwitchChannelRequest r: r.Check(caller); break;
            case IdentifyCustomerRequest r: r.Check(caller); break;
            case ListOwnInteractionsRequest r: r.Check(caller); break;
            case WatchInteractionRequest r: r.Check(caller); break;
            case WatchEventsRequest r: r.Check(); break;
            case ApplyConfigurationRequest r: r.Check(); break;
            case PutEntryRequest r: r.Check(); break;
            case RemoveEntryRequest r: r.Check(); break;
            case IssueTokenRequest r: r.Check(); break;
            default: CheckOfStaff(request); break;
        }
    }

    private static void CheckOfStaff(IMessage request)
    {
        switch (request)
        {
            case SignInRequest r: r.Check(); break;
            case SignOutRequest r: r.Check(); break;
            case SetPresenceRequest r: r.Check(); break;
            case WatchDeskRequest r: r.Check(); break;
            case AcceptOfferRequest r: r.Check(); break;
            case RejectOfferRequest r: r.Check(); break;
            case SendAgentMessageRequest r: r.Check(); break;
            case SetAgentTypingRequest r: r.Check(); break;
            case HoldInteractionRequest r: r.Check(); break;
            case RetrieveInteractionRequest r: r.Check(); break;
            case TransferInteractionRequest r: r.Check(); break;
            case EndContactRequest r: r.Check(); break;
            case CompleteWrapUpRequest r: r.Check(); break;
            case GetCustomerRequest r: r.Check(); break;
            case AnswerCueRequest r: r.Check(); break;
            case ListTransferTargetsRequest r: r.Check(); break;
            case GetOwnDayRequest r: r.Check(RequestSamples.Now); break;
            case SetEmotionalLoadRequest r: r.Check(); break;
            default: CheckOfSupervisors(request); break;
        }
    }

    private static void CheckOfSupervisors(IMessage request)
    {
        switch (request)
        {
            case ListAgentsRequest r: r.Check(); break;
            case ListInteractionsRequest r: r.Check(); break;
            case GetInteractionRequest r: r.Check(); break;
            case ReassignInteractionRequest r: r.Check(); break;
            case ChangePriorityRequest r: r.Check(); break;
            case SignOutAgentRequest r: r.Check(); break;
            case SetAgentPresenceRequest r: r.Check(); break;
            case ExplainDecisionRequest r: r.Check(); break;
            case ReplayDecisionRequest r: r.Check(); break;
            case WatchWallboardRequest r: r.Check(); break;
            case ListIntervalsRequest r: r.Check(); break;
            case WatchQueueRequest r: r.Check(); break;
            case WatchAgentsRequest r: r.Check(); break;
            case WatchInteractionsRequest r: r.Check(); break;
            case WatchAlertsRequest r: r.Check(); break;
            case ListCuesRequest r: r.Check(); break;
            case ExplainCueRequest r: r.Check(); break;
            case RestoreCueKindRequest r: r.Check(); break;
            default: throw new ArgumentOutOfRangeException(nameof(request), request, "A request without a check.");
        }
    }
}
