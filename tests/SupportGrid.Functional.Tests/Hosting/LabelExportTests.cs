using SupportGrid.Contracts.Events;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using SupportGrid.EventStore;
using SupportGrid.EventStore.Sqlite;
using SupportGrid.Standalone;

namespace SupportGrid.Functional.Tests.Hosting;

/// <summary>What agents said of cues, in the form of the trainer's files (shared/docs/empathy.md).</summary>
public sealed class LabelExportTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Answers_become_labels_that_hold_and_labels_that_do_not()
    {
        var folder = Directory.CreateTempSubdirectory("labels-");
        try
        {
            await using var store = await SqliteEventStore.OpenAsync(
                new EventStoreOptions { DataFolder = folder.FullName, Durable = false });
            await AppendAsync(store, "i-1", Said(1, "Still no refund."), Shown(1, EvidenceSource.Model, "angry"),
                Said(2, "Where is it?"), Shown(2, EvidenceSource.Model, "anxious"),
                Said(3, "Thanks"), Shown(3, EvidenceSource.Rule, "customer-thanks"),
                Answered(1, CueAnswer.Disputed, "neutral"), Answered(2, CueAnswer.Useful, null),
                Answered(3, CueAnswer.Disputed, null));
            await AppendAsync(store, "i-2", Said(1, "Fine"), Shown(1, EvidenceSource.Model, "sad"),
                Answered(1, CueAnswer.Dismissed, null));

            await using var output = new StringWriter { NewLine = "\n" };
            Assert.Equal(1, await LabelExport.WriteAsync(store, "acme", output, default));
            Assert.Equal(
                """{"id":"i-1","language":"en","turns":["""
                + """{"from":"customer","text":"Still no refund.","labels":{"emotion":["neutral"]},"""
                + "\"rejected\":{\"emotion\":[\"angry\"]}},"
                + """{"from":"customer","text":"Where is it?","labels":{"emotion":["anxious"]}},"""
                + """{"from":"customer","text":"Thanks"}]}""" + "\n",
                output.ToString());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task AppendAsync(SqliteEventStore store, string interaction, params InteractionEvent[] events)
    {
        var encoded = events.Select(static e => (e, EventCodec.Default.Encode(e)))
            .Select(static p => new NewEvent(
                Guid.CreateVersion7(), p.Item2.Type, p.Item2.SchemaVersion, p.e.At, p.Item2.Data))
            .ToList();
        Assert.IsType<AppendResult.Appended>(await store.AppendAsync(
            new AppendRequest("acme", Streams.Interaction(interaction), 0, encoded) { Actor = "test" }));
    }

    private static MessageSaid Said(int sequence, string text) => new(
        sequence, $"m-{sequence}", Party.Customer, "c", text, Channel.Chat, "ana", Noon,
        TurnReading.Blank with { Language = "en" });

    private static CueShown Shown(int sequence, EvidenceSource source, string id) => new(
        new Cue(
            $"cue-{sequence}", CueKind.Distress, $"m-{sequence}", sequence, 0, 5,
            [new CueEvidence(source, id, 0, 5, 400)], 700, Approach.Acknowledge, null, $"c{sequence}", sequence, 9),
        Noon);

    private static CueAnswered Answered(int sequence, CueAnswer answer, string? label) =>
        new($"cue-{sequence}", CueKind.Distress, answer, "ana", label, Noon);
}
