using Google.Protobuf.WellKnownTypes;
using SupportGrid.Gateway.Edge;
using SupportGrid.Gateway.Empathy;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Desk;

/// <summary>What requests of agents must fulfil. Each says everything that is wrong at once.</summary>
internal static class DeskRequests
{
    /// <summary>Characters of an offer's id; the platform makes them.</summary>
    private const int OfferIdLengthMax = 128;

    private const int RightLabelLengthMax = 64;
    private const int SearchLengthMax = 100;
    private const long DaySecondsMax = 48 * 3_600;

    public static void Check(this V1.SignInRequest request)
    {
        var check = new RequestValidation();
        check.RequestId(request.RequestId).OptionalId("presence", request.Presence).Throw();
    }

    public static void Check(this V1.SignOutRequest request)
    {
        var check = new RequestValidation();
        check.RequestId(request.RequestId).Throw();
    }

    public static void Check(this V1.SetPresenceRequest request)
    {
        var check = new RequestValidation();
        check.RequestId(request.RequestId).Id("presence", request.Presence).Throw();
    }

    public static void Check(this V1.AcceptOfferRequest request)
    {
        var check = new RequestValidation();
        check.RequestId(request.RequestId)
            .Id("interaction_id", request.InteractionId)
            .Key("offer_id", request.OfferId, 1, OfferIdLengthMax)
            .Throw();
    }

    public static void Check(this V1.RejectOfferRequest request)
    {
        var check = new RequestValidation();
        check.RequestId(request.RequestId)
            .Id("interaction_id", request.InteractionId)
            .Key("offer_id", request.OfferId, 1, OfferIdLengthMax)
            .Name("reason", request.Reason, 1, RequestLimits.ReasonLengthMax)
            .Throw();
    }

    public static void Check(this V1.SendAgentMessageRequest request)
    {
        var check = new RequestValidation();
        check.RequestId(request.RequestId)
            .Id("interaction_id", request.InteractionId)
            .Text("text", request.Text, 1, RequestLimits.TextLengthMax)
            .Throw();
    }

    public static void Check(this V1.SetAgentTypingRequest request)
    {
        var check = new RequestValidation();
        check.Id("interaction_id", request.InteractionId).Throw();
    }

    public static void Check(this V1.HoldInteractionRequest request) =>
        CheckIds(request.RequestId, request.InteractionId);

    public static void Check(this V1.RetrieveInteractionRequest request) =>
        CheckIds(request.RequestId, request.InteractionId);

    public static void Check(this V1.EndContactRequest request) => CheckIds(request.RequestId, request.InteractionId);

    public static void Check(this V1.TransferInteractionRequest request)
    {
        var check = new RequestValidation();
        check.RequestId(request.RequestId)
            .Id("interaction_id", request.InteractionId)
            .Id("to_queue", request.ToQueue)
            .OptionalId("to_agent", request.ToAgent)
            .Text("note", request.Note, 0, RequestLimits.NoteLengthMax)
            .Throw();
    }

    public static void Check(this V1.CompleteWrapUpRequest request)
    {
        var check = new RequestValidation();
        check.RequestId(request.RequestId)
            .Id("interaction_id", request.InteractionId)
            .Name("code", request.Code, 0, RequestLimits.WrapUpCodeLengthMax)
            .Text("note", request.Note, 0, RequestLimits.NoteLengthMax)
            .Throw();
    }

    /// <summary>Whether the label is one that there is, and whether one may come along, the interaction says.</summary>
    public static void Check(this V1.AnswerCueRequest request)
    {
        var check = new RequestValidation();
        check.RequestId(request.RequestId)
            .Id("interaction_id", request.InteractionId)
            .Key("cue_id", request.CueId, 1, EmpathyRequests.CueIdLengthMax)
            .Must(request.Answer.ToDomain() is not null, "answer", "must be dismissed, disputed or useful")
            .Key("right_label", request.RightLabel, 0, RightLabelLengthMax)
            .Throw();
    }

    public static void Check(this V1.SetEmotionalLoadRequest request)
    {
        var check = new RequestValidation();
        check.RequestId(request.RequestId).Throw();
    }

    public static void Check(this V1.GetCustomerRequest request)
    {
        var check = new RequestValidation();
        check.Id("interaction_id", request.InteractionId).Throw();
    }

    public static void Check(this V1.WatchDeskRequest request)
    {
        var check = new RequestValidation();
        check.Cursor(request.Cursor).Language(request.Language).Throw();
    }

    public static void Check(this V1.ListTransferTargetsRequest request)
    {
        var check = new RequestValidation();
        check.OptionalId("queue", request.Queue).Name("search", request.Search, 0, SearchLengthMax).Throw();
    }

    public static void Check(this V1.GetOwnDayRequest request, DateTimeOffset now)
    {
        var check = new RequestValidation();
        check.Must(IsOfLate(request.Since, now), "since", "must be within the last 48 hours").Throw();
    }

    /// <summary>
    /// A timestamp of the wire may hold what is no instant. A clock that is a little ahead is no mistake.
    /// </summary>
    private static bool IsOfLate(Timestamp? since, DateTimeOffset now) =>
        since is not null
        && since.Seconds > now.ToUnixTimeSeconds() - DaySecondsMax
        && since.Seconds <= now.ToUnixTimeSeconds() + 60
        && since.Nanos is >= 0 and < 1_000_000_000;

    private static void CheckIds(string requestId, string interactionId)
    {
        var check = new RequestValidation();
        check.RequestId(requestId).Id("interaction_id", interactionId).Throw();
    }
}
