using SupportGrid.Api.V1;
using SupportGrid.Gateway.Edge;

namespace SupportGrid.Gateway.Tests.Whole.Refusals;

/// <summary>
/// Requests that actors would refuse and never see, because the edge finds them invalid: by code, the field and the
/// call.
/// </summary>
internal static class EdgeFirstCases
{
    private const string Interaction = "i-none";

    public static IReadOnlyDictionary<string, (string Field, Func<Stage, Task> Call)> All { get; } =
        new Dictionary<string, (string, Func<Stage, Task>)>
        {
            ["SUBJECT_TOO_LONG"] = ("subject", async s => await s.Floor.Customers.OpenInteractionAsync(
                new OpenInteractionRequest
                {
                    RequestId = s.Floor.Next(),
                    Channel = Channel.Chat,
                    Queue = "general",
                    Subject = new string('s', RequestLimits.SubjectLengthMax + 1),
                },
                s.Floor.Ann)),
            ["TEXT_EMPTY"] = ("first_message", async s => await s.Floor.Customers.OpenInteractionAsync(
                new OpenInteractionRequest
                {
                    RequestId = s.Floor.Next(), Channel = Channel.Chat, Queue = "general", FirstMessage = " \u200B ",
                },
                s.Floor.Ann)),
            ["TEXT_TOO_LONG"] = ("text", async s => await s.Floor.Customers.SendCustomerMessageAsync(
                new SendCustomerMessageRequest
                {
                    RequestId = s.Floor.Next(),
                    InteractionId = Interaction,
                    Text = new string('t', RequestLimits.TextLengthMax + 1),
                },
                s.Floor.Ann)),
            ["NOTE_TOO_LONG"] = ("note", async s => await s.Floor.Desk.CompleteWrapUpAsync(
                new CompleteWrapUpRequest
                {
                    RequestId = s.Floor.Next(),
                    InteractionId = Interaction,
                    Note = new string('n', RequestLimits.NoteLengthMax + 1),
                },
                s.Floor.Ana)),
            ["REASON_TOO_LONG"] = ("reason", async s => await s.Floor.Desk.RejectOfferAsync(
                new RejectOfferRequest
                {
                    RequestId = s.Floor.Next(),
                    InteractionId = Interaction,
                    OfferId = "o",
                    Reason = new string('r', RequestLimits.ReasonLengthMax + 1),
                },
                s.Floor.Ana)),
            ["COMMENT_TOO_LONG"] = (
                "comment", s => Rate(s, 3, new string('c', RequestLimits.RatingCommentLengthMax + 1))),
            ["RATING_OUT_OF_RANGE"] = ("score", s => Rate(s, RequestLimits.RatingMax + 1, "")),
            ["PRIORITY_OUT_OF_RANGE"] = ("priority", async s => await s.Floor.Supervision.ChangePriorityAsync(
                new ChangePriorityRequest
                {
                    RequestId = s.Floor.Next(),
                    InteractionId = Interaction,
                    Priority = RequestLimits.PriorityMax + 1,
                    Reason = "Press",
                },
                s.Floor.Boss)),
            ["NAME_TOO_LONG"] = ("customer_name", async s => await s.Floor.Customers.IdentifyCustomerAsync(
                new IdentifyCustomerRequest
                {
                    RequestId = s.Floor.Next(),
                    CustomerId = "ann",
                    CustomerName = new string('n', RequestLimits.CustomerNameLengthMax + 1),
                },
                s.Channel)),
            ["CONFIGURATION_INVALID"] = ("yaml/queues/q/skills/none", async s =>
                await s.Floor.Admin.ApplyConfigurationAsync(
                    new ApplyConfigurationRequest
                    {
                        RequestId = s.Floor.Next(), Yaml = "queues: { q: { display-name: Q, skills: { none: 1 } } }",
                    },
                    s.Floor.Root)),
        };

    private static async Task Rate(Stage s, int score, string comment) => await s.Floor.Customers.RateInteractionAsync(
        new RateInteractionRequest
        {
            RequestId = s.Floor.Next(), InteractionId = Interaction, Score = score, Comment = comment,
        },
        s.Floor.Ann);
}
