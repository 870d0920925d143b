using Grpc.Core;
using SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Tests.Whole.Refusals;

/// <summary>Every command on an interaction as a valid call, with a request id, by somebody.</summary>
internal static class InteractionCalls
{
    public delegate Task Send(Stage stage, Metadata by, string requestId, string interaction);

    public static IReadOnlyDictionary<string, Send> OfCustomers { get; } = new Dictionary<string, Send>
    {
        ["SendCustomerMessage"] = async (s, by, r, i) => await s.Floor.Customers.SendCustomerMessageAsync(
            new SendCustomerMessageRequest { RequestId = r, InteractionId = i, Text = "Hello" }, by),
        ["LeaveInteraction"] = async (s, by, r, i) => await s.Floor.Customers.LeaveInteractionAsync(
            new LeaveInteractionRequest { RequestId = r, InteractionId = i }, by),
        ["ReopenInteraction"] = async (s, by, r, i) => await s.Floor.Customers.ReopenInteractionAsync(
            new ReopenInteractionRequest { RequestId = r, InteractionId = i }, by),
        ["RateInteraction"] = async (s, by, r, i) => await s.Floor.Customers.RateInteractionAsync(
            new RateInteractionRequest { RequestId = r, InteractionId = i, Score = 4 }, by),
        ["SwitchChannel"] = async (s, by, r, i) => await s.Floor.Customers.SwitchChannelAsync(
            new SwitchChannelRequest { RequestId = r, InteractionId = i, Channel = Channel.Voice }, by),
    };

    public static IReadOnlyDictionary<string, Send> OfAgents { get; } = new Dictionary<string, Send>
    {
        ["AcceptOffer"] = async (s, by, r, i) => await s.Floor.Desk.AcceptOfferAsync(
            new AcceptOfferRequest { RequestId = r, InteractionId = i, OfferId = "another" }, by),
        ["RejectOffer"] = async (s, by, r, i) => await s.Floor.Desk.RejectOfferAsync(
            new RejectOfferRequest { RequestId = r, InteractionId = i, OfferId = "another", Reason = "busy" }, by),
        ["SendAgentMessage"] = async (s, by, r, i) => await s.Floor.Desk.SendAgentMessageAsync(
            new SendAgentMessageRequest { RequestId = r, InteractionId = i, Text = "Good day" }, by),
        ["HoldInteraction"] = async (s, by, r, i) => await s.Floor.Desk.HoldInteractionAsync(
            new HoldInteractionRequest { RequestId = r, InteractionId = i }, by),
        ["RetrieveInteraction"] = async (s, by, r, i) => await s.Floor.Desk.RetrieveInteractionAsync(
            new RetrieveInteractionRequest { RequestId = r, InteractionId = i }, by),
        ["TransferInteraction"] = (s, by, r, i) => Transfer(s, by, r, i),
        ["EndContact"] = async (s, by, r, i) => await s.Floor.Desk.EndContactAsync(
            new EndContactRequest { RequestId = r, InteractionId = i }, by),
        ["CompleteWrapUp"] = (s, by, r, i) => WrapUp(s, by, r, i, "solved"),
        ["AnswerCue"] = (s, by, r, i) => Judge(s, by, r, i, CueAnswer.Useful, ""),
    };

    public static IReadOnlyDictionary<string, Send> OfSupervisors { get; } = new Dictionary<string, Send>
    {
        ["ReassignInteraction"] = (s, by, r, i) => Reassign(s, by, r, i),
        ["ChangePriority"] = async (s, by, r, i) => await s.Floor.Supervision.ChangePriorityAsync(
            new ChangePriorityRequest { RequestId = r, InteractionId = i, Priority = 5, Reason = "Press" }, by),
    };

    public static async Task Transfer(
        Stage s, Metadata by, string requestId, string interaction, string queue = "other", string agent = "") =>
        await s.Floor.Desk.TransferInteractionAsync(
            new TransferInteractionRequest
            {
                RequestId = requestId, InteractionId = interaction, ToQueue = queue, ToAgent = agent,
            },
            by);

    public static async Task Reassign(
        Stage s, Metadata by, string requestId, string interaction, string queue = "other", string agent = "") =>
        await s.Floor.Supervision.ReassignInteractionAsync(
            new ReassignInteractionRequest
            {
                RequestId = requestId, InteractionId = interaction, ToQueue = queue, ToAgent = agent,
            },
            by);

    /// <summary>Of what the customer said first.</summary>
    public static async Task Judge(
        Stage s, Metadata by, string requestId, string interaction, CueAnswer answer, string label) =>
        await s.Floor.Desk.AnswerCueAsync(
            new AnswerCueRequest
            {
                RequestId = requestId,
                InteractionId = interaction,
                CueId = "cue-1",
                Answer = answer,
                RightLabel = label,
            },
            by);

    public static async Task WrapUp(Stage s, Metadata by, string requestId, string interaction, string code) =>
        await s.Floor.Desk.CompleteWrapUpAsync(
            new CompleteWrapUpRequest { RequestId = requestId, InteractionId = interaction, Code = code }, by);
}
