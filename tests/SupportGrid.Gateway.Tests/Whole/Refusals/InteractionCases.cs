using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Domain.Interactions;
using static SupportGrid.Gateway.Tests.Whole.Refusals.InteractionCalls;

namespace SupportGrid.Gateway.Tests.Whole.Refusals;

/// <summary>What commands on interactions are refused with.</summary>
internal static class InteractionCases
{
    private const string Missing = "i-aaaaaaaaaaaaaaaaaaaaaaaaaa";

    private static readonly string[] OverWhenEnded =
        ["SendAgentMessage", "HoldInteraction", "RetrieveInteraction", "TransferInteraction", "EndContact"];

    private static readonly string[] OfWhoHasIt = [.. OverWhenEnded, "CompleteWrapUp", "AnswerCue"];

    public static IEnumerable<RefusalCase> All =>
    [
        .. OfCustomers.SelectMany(c => OnEvery(c, s => s.Floor.Ann)),
        .. OfAgents.SelectMany(c => OnEvery(c, s => s.Floor.Ana)),
        .. OfSupervisors.SelectMany(c => OnEvery(c, s => s.Floor.Boss)),

        .. OverWhenEnded.Select(m => On("INTERACTION_ENDED", m, OfAgents[m], s => s.Abandoned(), s => s.Floor.Ana)),
        On("INTERACTION_ENDED", "SendCustomerMessage", OfCustomers["SendCustomerMessage"], s => s.Wrapping()),
        On("INTERACTION_ENDED", "SwitchChannel", OfCustomers["SwitchChannel"], s => s.Abandoned()),
        On("INTERACTION_ENDED", "ReassignInteraction", OfSupervisors["ReassignInteraction"], s => s.Abandoned()),
        .. OfWhoHasIt.Select(m => On("NOT_YOUR_INTERACTION", m, OfAgents[m], s => s.Talking(), s => s.Ben)),
        Typing("SetCustomerTyping", "NO_SUCH_INTERACTION", _ => Task.FromResult(Missing), s => s.Floor.Ann),
        Typing("SetAgentTyping", "NO_SUCH_INTERACTION", _ => Task.FromResult(Missing), s => s.Floor.Ana),
        Typing("SetAgentTyping", "NOT_YOUR_INTERACTION", s => s.Talking(), s => s.Ben),
        On("NOT_WAITING", "ChangePriority", OfSupervisors["ChangePriority"], s => s.Talking()),

        On("WRAP_UP_NOT_STARTED", "CompleteWrapUp", OfAgents["CompleteWrapUp"], s => s.Talking()),
        On("WRAP_UP_CODE_REQUIRED", "CompleteWrapUp", Coded(""), s => s.Wrapping("forced")),
        On("WRAP_UP_CODE_UNKNOWN", "CompleteWrapUp", Coded("magic"), s => s.Wrapping("forced")),
        On("ALREADY_CLOSED", "CompleteWrapUp", OfAgents["CompleteWrapUp"], s => s.Abandoned()),

        On("TRANSFER_TO_SELF", "TransferInteraction", To("other", "ana"), s => s.Talking()),
        On("TRANSFER_TO_SELF", "ReassignInteraction", Put("other", "ana"), s => s.Talking()),
        On("QUEUE_UNKNOWN", "TransferInteraction", To("nowhere"), s => s.Talking()),
        On("QUEUE_UNKNOWN", "ReassignInteraction", Put("nowhere"), s => s.Queued()),
        On("QUEUE_CLOSED", "TransferInteraction", To("closed"), s => s.Talking()),
        On("QUEUE_CLOSED", "ReassignInteraction", Put("closed"), s => s.Queued()),
        On("QUEUE_CLOSED", "ReopenInteraction", OfCustomers["ReopenInteraction"], s => Closed(s, s.Abandoned("going"))),
        On("AGENT_UNKNOWN", "TransferInteraction", To("other", "nobody"), s => s.Talking()),
        On("AGENT_UNKNOWN", "ReassignInteraction", Put("other", "nobody"), s => s.Queued()),
        On("AGENT_ELSEWHERE", "TransferInteraction", To("other", "olga"), s => s.Talking()),
        On("AGENT_ELSEWHERE", "ReassignInteraction", Put("other", "olga"), s => s.Queued()),
        On("QUEUE_RETIRED", "TransferInteraction", To("going"), s => Retired(s, s.Talking())),
        On("QUEUE_RETIRED", "ReassignInteraction", Put("going"), s => Retired(s, s.Queued())),
        On("QUEUE_RETIRED", "ReopenInteraction", OfCustomers["ReopenInteraction"], s => Retired(s, s.Abandoned("going"))),
        On(
            "TRANSFER_LIMIT",
            "TransferInteraction",
            OfAgents["TransferInteraction"],
            s => s.Talking(transfers: InteractionLimits.TransfersMax)),
        On(
            "TRANSFER_LIMIT",
            "ReassignInteraction",
            OfSupervisors["ReassignInteraction"],
            s => s.Queued("general", InteractionLimits.TransfersMax)),

        On("REOPEN_WINDOW_OVER", "ReopenInteraction", OfCustomers["ReopenInteraction"], s => s.Abandoned("final")),
        On("CONTACT_NOT_OVER", "RateInteraction", OfCustomers["RateInteraction"], s => s.Talking()),
        On("ALREADY_RATED", "RateInteraction", Rating(1), async s =>
        {
            var interaction = await s.Wrapping();
            await Rating(5)(s, s.Floor.Ann, s.Floor.Next(), interaction);
            return interaction;
        }),
        On("TOO_MANY_OPEN_INTERACTIONS", "ReopenInteraction", OfCustomers["ReopenInteraction"], static async s =>
        {
            var interaction = await s.Abandoned();
            await s.OpenAsManyAsMayBe();
            return interaction;
        }),
        On("REOPEN_LIMIT", "ReopenInteraction", OfCustomers["ReopenInteraction"], ReopenedToTheLimit),

        On("NO_SUCH_CUE", "AnswerCue", OfAgents["AnswerCue"], s => s.Talking()),
        On("CUE_LABEL_UNKNOWN", "AnswerCue", Judged(CueAnswer.Disputed, "furious"), Alarmed),
        On("CUE_ALREADY_ANSWERED", "AnswerCue", Judged(CueAnswer.Disputed, "sad"), async s =>
        {
            var interaction = await Alarmed(s);
            await OfAgents["AnswerCue"](s, s.Floor.Ana, s.Floor.Next(), interaction);
            return interaction;
        }),

        Full("SendCustomerMessage", OfCustomers["SendCustomerMessage"]),
        Full("SendAgentMessage", OfAgents["SendAgentMessage"]),
        new RefusalCase("SendCustomerMessage", "MESSAGE_ID_REUSED", async s =>
            await Forgotten(s, await s.Queued(), OfCustomers["SendCustomerMessage"], s.Floor.Ann, SayAnew)),
        new RefusalCase("SendAgentMessage", "MESSAGE_ID_REUSED", async s =>
            await Forgotten(s, await s.Talking(), OfAgents["SendAgentMessage"], s.Floor.Ana, AnswerAnew)),
    ];

    private static RefusalCase On(
        string code,
        string method,
        Send send,
        Func<Stage, Task<string>> state,
        Func<Stage, Metadata>? by = null) => new(method, code, async stage =>
        {
            var interaction = await state(stage);
            var caller = by?.Invoke(stage) ?? UsualCaller(stage, method);
            return () => send(stage, caller, stage.Floor.Next(), interaction);
        });

    /// <summary>Without a request id: what is not stored cannot be told again.</summary>
    private static RefusalCase Typing(
        string method, string code, Func<Stage, Task<string>> state, Func<Stage, Metadata> by) =>
        new(method, code, async stage =>
        {
            var interaction = await state(stage);
            return method == "SetAgentTyping"
                ? async () => await stage.Floor.Desk.SetAgentTypingAsync(
                    new SetAgentTypingRequest { InteractionId = interaction, Typing = true }, by(stage))
                : async () => await stage.Floor.Customers.SetCustomerTypingAsync(
                    new SetCustomerTypingRequest { InteractionId = interaction, Typing = true }, by(stage));
        });

    /// <summary>An interaction that is not there; and a request id that the caller gave to another request.</summary>
    private static IEnumerable<RefusalCase> OnEvery(KeyValuePair<string, Send> call, Func<Stage, Metadata> by)
    {
        var (method, send) = call;
        yield return new RefusalCase(method, "NO_SUCH_INTERACTION", stage =>
            Task.FromResult<Func<Task>>(() => send(stage, by(stage), stage.Floor.Next(), Missing)));
        yield return new RefusalCase(method, "REQUEST_ID_REUSED", async stage =>
        {
            var interaction = await (OfAgents.ContainsKey(method) ? stage.Talking() : stage.Queued());
            var id = stage.Floor.Next();
            var others = OfCustomers.ContainsKey(method) ? OfCustomers
                : OfAgents.ContainsKey(method) ? OfAgents : OfSupervisors;
            var first = others.First(o => o.Key != method && o.Key is not ("LeaveInteraction" or "EndContact"));
            await RefusedOrNot(first.Value(stage, by(stage), id, interaction));
            return () => send(stage, by(stage), id, interaction);
        });
    }

    /// <summary>What a request is answered with does not matter: its id belongs to it from then on.</summary>
    private static async Task RefusedOrNot(Task call)
    {
        try
        {
            await call;
        }
        catch (RpcException refused) when (refused.StatusCode == StatusCode.FailedPrecondition)
        {
        }
    }

    private static Metadata UsualCaller(Stage stage, string method) =>
        OfCustomers.ContainsKey(method) ? stage.Floor.Ann
        : OfAgents.ContainsKey(method) ? stage.Floor.Ana
        : stage.Floor.Boss;

    private static Send Coded(string code) => (s, by, r, i) => WrapUp(s, by, r, i, code);

    private static Send To(string queue, string agent = "") => (s, by, r, i) => Transfer(s, by, r, i, queue, agent);

    private static Send Put(string queue, string agent = "") => (s, by, r, i) => Reassign(s, by, r, i, queue, agent);

    private static Send Rating(int score) => async (s, by, r, i) => await s.Floor.Customers.RateInteractionAsync(
        new RateInteractionRequest { RequestId = r, InteractionId = i, Score = score }, by);

    private static Send Judged(CueAnswer answer, string label) => (s, by, r, i) => Judge(s, by, r, i, answer, label);

    /// <summary>Ana talks with Ann, who has asked for somebody in charge.</summary>
    private static async Task<string> Alarmed(Stage stage)
    {
        var interaction = await stage.Talking();
        await stage.Floor.Customers.SendCustomerMessageAsync(
            new SendCustomerMessageRequest
            {
                RequestId = stage.Floor.Next(), InteractionId = interaction, Text = "I want to speak to a manager now.",
            },
            stage.Floor.Ann);
        return interaction;
    }

    private static async Task<string> Retired(Stage stage, Task<string> state)
    {
        var interaction = await state;
        await stage.Retire();
        return interaction;
    }

    private static async Task<string> Closed(Stage stage, Task<string> state)
    {
        var interaction = await state;
        await stage.Close();
        return interaction;
    }

    private static async Task<string> ReopenedToTheLimit(Stage stage)
    {
        var interaction = await stage.Abandoned();
        for (var n = 0; n < InteractionLimits.ReopeningsMax; n++)
        {
            await OfCustomers["ReopenInteraction"](stage, stage.Floor.Ann, stage.Floor.Next(), interaction);
            await stage.Leave(interaction);
        }

        return interaction;
    }

    private static RefusalCase Full(string method, Send send) => new(method, "TRANSCRIPT_FULL", async stage =>
    {
        var (_, interaction) = await stage.Gateway.FullTalk();
        return () => send(stage, UsualCaller(stage, method), stage.Floor.Next(), interaction);
    })
    {
        Where = async gateway => (await gateway.FullTalk()).Stage,
    };

    /// <summary>
    /// A message's id follows from its request's. The interaction has forgotten the request, but no message ever.
    /// </summary>
    private static async Task<Func<Task>> Forgotten(
        Stage stage, string interaction, Send first, Metadata by, Send another)
    {
        var id = stage.Floor.Next();
        await first(stage, by, id, interaction);
        await stage.Say(interaction, RefusalGateway.RequestsRemembered);
        return () => another(stage, by, id, interaction);
    }

    private static async Task SayAnew(Stage s, Metadata by, string requestId, string interaction) =>
        await s.Floor.Customers.SendCustomerMessageAsync(
            new SendCustomerMessageRequest { RequestId = requestId, InteractionId = interaction, Text = "Anew" }, by);

    private static async Task AnswerAnew(Stage s, Metadata by, string requestId, string interaction) =>
        await s.Floor.Desk.SendAgentMessageAsync(
            new SendAgentMessageRequest { RequestId = requestId, InteractionId = interaction, Text = "Anew" }, by);
}
