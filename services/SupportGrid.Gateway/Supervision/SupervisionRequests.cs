using SupportGrid.Gateway.Edge;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Supervision;

/// <summary>What requests of supervisors must fulfil. Each says everything that is wrong at once.</summary>
internal static class SupervisionRequests
{
    private const int OfferIdLengthMax = 128;

    /// <summary>Hours of intervals that the board keeps.</summary>
    private const int IntervalHoursMax = 24;

    private const int IntervalHoursDefault = 4;

    public static PageRequest Check(this V1.ListAgentsRequest request)
    {
        var key = PageToken.KeyOf(AgentDirectory.List, request.PageToken);
        var check = new RequestValidation();
        check.PageSize(request.PageSize).Must(key is not null, "page_token", "is none of this list").Throw();
        return new PageRequest(SizeOf(request.PageSize), key!);
    }

    public static PageRequest Check(this V1.ListInteractionsRequest request)
    {
        var key = PageToken.KeyOf(OpenInteractions.List, request.PageToken);
        var isPlace = key is "" || long.TryParse(key, out _);
        var check = new RequestValidation();
        check.OptionalId("queue", request.Queue)
            .PageSize(request.PageSize)
            .Must(isPlace, "page_token", "is none of this list")
            .Throw();
        return new PageRequest(SizeOf(request.PageSize), key!);
    }

    /// <returns>How many hours back.</returns>
    public static int Check(this V1.ListIntervalsRequest request)
    {
        var check = new RequestValidation();
        check.OptionalId("queue", request.Queue)
            .Number("hours", request.Hours, 0, IntervalHoursMax)
            .Throw();
        return request.Hours == 0 ? IntervalHoursDefault : request.Hours;
    }

    public static void Check(this V1.GetInteractionRequest request)
    {
        var check = new RequestValidation();
        check.Id("interaction_id", request.InteractionId).Throw();
    }

    public static void Check(this V1.ReassignInteractionRequest request)
    {
        var check = new RequestValidation();
        check.RequestId(request.RequestId)
            .Id("interaction_id", request.InteractionId)
            .Id("to_queue", request.ToQueue)
            .OptionalId("to_agent", request.ToAgent)
            .Text("note", request.Note, 0, RequestLimits.NoteLengthMax)
            .Throw();
    }

    public static void Check(this V1.ChangePriorityRequest request)
    {
        var check = new RequestValidation();
        check.RequestId(request.RequestId)
            .Id("interaction_id", request.InteractionId)
            .Number("priority", request.Priority, -RequestLimits.PriorityMax, RequestLimits.PriorityMax)
            .Name("reason", request.Reason, 1, RequestLimits.ReasonLengthMax)
            .Throw();
    }

    public static void Check(this V1.SignOutAgentRequest request)
    {
        var check = new RequestValidation();
        check.RequestId(request.RequestId).Id("agent_id", request.AgentId).Throw();
    }

    public static void Check(this V1.SetAgentPresenceRequest request)
    {
        var check = new RequestValidation();
        check.RequestId(request.RequestId).Id("agent_id", request.AgentId).Id("presence", request.Presence).Throw();
    }

    public static void Check(this V1.ExplainDecisionRequest request)
    {
        var check = new RequestValidation();
        check.Id("interaction_id", request.InteractionId)
            .Key("offer_id", request.OfferId, 0, OfferIdLengthMax)
            .OptionalId("agent_id", request.AgentId)
            .Must(
                request.OfferId.Length == 0 || request.AgentId.Length == 0,
                "agent_id",
                "asks why not now: name an offer or an agent, not both")
            .Throw();
    }

    public static void Check(this V1.ReplayDecisionRequest request)
    {
        var check = new RequestValidation();
        check.Id("interaction_id", request.InteractionId)
            .Key("offer_id", request.OfferId, 0, OfferIdLengthMax)
            .Throw();
    }

    public static void Check(this V1.WatchWallboardRequest request) => CheckCursor(request.Cursor);

    public static void Check(this V1.WatchAgentsRequest request) => CheckCursor(request.Cursor);

    public static void Check(this V1.WatchInteractionsRequest request) => CheckCursor(request.Cursor);

    public static void Check(this V1.WatchAlertsRequest request)
    {
        var check = new RequestValidation();
        check.Cursor(request.Cursor)
            .Language(request.Language)
            .Count("queues", request.Queues.Count, RequestLimits.AlertQueuesMax);
        for (var i = 0; i < Math.Min(request.Queues.Count, RequestLimits.AlertQueuesMax); i++)
        {
            check.Id($"queues[{i}]", request.Queues[i]);
        }

        check.Throw();
    }

    public static void Check(this V1.WatchQueueRequest request)
    {
        var check = new RequestValidation();
        check.Id("queue", request.Queue).Cursor(request.Cursor).Throw();
    }

    private static void CheckCursor(string cursor)
    {
        var check = new RequestValidation();
        check.Cursor(cursor).Throw();
    }

    private static int SizeOf(int pageSize) => pageSize == 0 ? RequestLimits.PageSizeDefault : pageSize;
}
