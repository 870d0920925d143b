using SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Tests.Whole.Refusals;

/// <summary>What administrators' commands and supervisors' questions are refused with.</summary>
internal static class OfficeCases
{
    public static IEnumerable<RefusalCase> All =>
    [
        Asking("ApplyConfiguration", "CONFIGURATION_VERSION", async s => await s.Floor.Admin.ApplyConfigurationAsync(
            new ApplyConfigurationRequest { RequestId = s.Floor.Next(), Yaml = "{}", ExpectedVersion = 7 }, s.Floor.Root)),
        Reused("ApplyConfiguration", async (s, r) => await s.Floor.Admin.ApplyConfigurationAsync(
            new ApplyConfigurationRequest { RequestId = r }, s.Floor.Root)),
        Reused("PutEntry", async (s, r) => await s.Floor.Admin.PutEntryAsync(
            new PutEntryRequest { RequestId = r, Kind = EntryKind.Skill, Key = "new", Yaml = "display-name: New" },
            s.Floor.Root)),
        Reused("RemoveEntry", async (s, r) => await s.Floor.Admin.RemoveEntryAsync(
            new RemoveEntryRequest { RequestId = r, Kind = EntryKind.Queue, Key = "other" }, s.Floor.Root)),

        new RefusalCase("RestoreCueKind", "REQUEST_ID_REUSED", async stage =>
        {
            var id = stage.Floor.Next();
            await Restore(stage, id, CueKind.Worry);
            return () => Restore(stage, id, CueKind.Effort);
        }),
        Missing("ExplainCue", async (s, i) => await s.Floor.Empathy.ExplainCueAsync(
            new ExplainCueRequest { InteractionId = i, CueId = "cue-1" }, s.Floor.Boss)),
        new RefusalCase("ExplainCue", "NO_SUCH_CUE", async stage =>
        {
            var interaction = await stage.Queued();
            return async () => await stage.Floor.Empathy.ExplainCueAsync(
                new ExplainCueRequest { InteractionId = interaction, CueId = "cue-1" }, stage.Floor.Boss);
        }),
        new RefusalCase("ListCues", "NO_SUCH_INTERACTION", async stage =>
        {
            var interaction = await stage.Queued();
            return async () => await stage.Floor.Empathy.ListCuesAsync(
                new ListCuesRequest { InteractionId = interaction }, stage.Floor.Ana);
        }),

        Missing("GetInteraction", async (s, i) => await s.Floor.Supervision.GetInteractionAsync(
            new GetInteractionRequest { InteractionId = i }, s.Floor.Boss)),
        Missing("ExplainDecision", async (s, i) => await s.Floor.Supervision.ExplainDecisionAsync(
            new ExplainDecisionRequest { InteractionId = i, AgentId = "ana" }, s.Floor.Boss)),
        new RefusalCase("ExplainDecision", "AGENT_UNKNOWN", async stage =>
        {
            var interaction = await stage.Queued();
            return async () => await stage.Floor.Supervision.ExplainDecisionAsync(
                new ExplainDecisionRequest { InteractionId = interaction, AgentId = "nobody" }, stage.Floor.Boss);
        }),
        Asking("ListInteractions", "QUEUE_UNKNOWN", async s => await s.Floor.Supervision.ListInteractionsAsync(
            new ListInteractionsRequest { Queue = "nowhere" }, s.Floor.Boss)),
        Asking("ListIntervals", "QUEUE_UNKNOWN", async s => await s.Floor.Supervision.ListIntervalsAsync(
            new ListIntervalsRequest { Queue = "nowhere" }, s.Floor.Boss)),
        Missing("GetCustomer", async (s, i) => await s.Floor.Desk.GetCustomerAsync(
            new GetCustomerRequest { InteractionId = i }, s.Floor.Ana)),
        Undecided("ExplainDecision", async (s, i) => await s.Floor.Supervision.ExplainDecisionAsync(
            new ExplainDecisionRequest { InteractionId = i }, s.Floor.Boss)),
        Undecided("ReplayDecision", async (s, i) => await s.Floor.Supervision.ReplayDecisionAsync(
            new ReplayDecisionRequest { InteractionId = i }, s.Floor.Boss)),
        Asking("WatchQueue", "QUEUE_UNKNOWN", async s =>
        {
            using var line = s.Floor.Supervision.WatchQueue(new WatchQueueRequest { Queue = "nowhere" }, s.Floor.Boss);
            await line.Next(_ => true, "anything");
        }),
    ];

    private static async Task Restore(Stage stage, string id, CueKind kind) =>
        await stage.Floor.Empathy.RestoreCueKindAsync(
            new RestoreCueKindRequest { RequestId = id, Kind = kind }, stage.Floor.Root);

    private static RefusalCase Asking(string method, string code, Func<Stage, Task> call) =>
        new(method, code, stage => Task.FromResult<Func<Task>>(() => call(stage)));

    private static RefusalCase Missing(string method, Func<Stage, string, Task> call) =>
        Asking(method, "NO_SUCH_INTERACTION", stage => call(stage, "i-none"));

    private static RefusalCase Undecided(string method, Func<Stage, string, Task> call) =>
        new(method, "NO_SUCH_DECISION", async stage =>
        {
            var interaction = await stage.Queued();
            return () => call(stage, interaction);
        });

    private static RefusalCase Reused(string method, Func<Stage, string, Task> call) =>
        new(method, "REQUEST_ID_REUSED", async stage =>
        {
            var id = stage.Floor.Next();
            await stage.Floor.Admin.PutEntryAsync(
                new PutEntryRequest { RequestId = id, Kind = EntryKind.Skill, Key = "old", Yaml = "display-name: Old" },
                stage.Floor.Root);
            return () => call(stage, id);
        });
}
