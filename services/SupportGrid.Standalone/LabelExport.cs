using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using SupportGrid.Contracts.Events;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using SupportGrid.EventStore;

namespace SupportGrid.Standalone;

/// <summary>
/// What agents said of cues, as labelled conversations for the trainer: a label that a useful cue rested on holds, one
/// that a disputed cue rested on is rejected, and what the agent named instead holds. A cue that rested on rules and
/// facts alone says nothing about a model's labels. The texts are the customers' own.
/// </summary>
public static class LabelExport
{
    private const int PageEvents = 500;
    private const string Offensive = "offensive";

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <returns>Conversations written.</returns>
    public static async Task<int> WriteAsync<TStore>(
        TStore store, string tenant, TextWriter output, CancellationToken cancellationToken)
        where TStore : IEventFeed, IEventReader
    {
        var written = 0;
        foreach (var stream in await JudgedAsync(store, tenant, cancellationToken))
        {
            if (await ConversationAsync(store, tenant, stream, cancellationToken) is { } conversation)
            {
                await output.WriteLineAsync(JsonSerializer.Serialize(conversation, Json));
                written++;
            }
        }

        return written;
    }

    /// <summary>Interactions with answered cues, in the order of the first answer.</summary>
    private static async Task<List<string>> JudgedAsync(
        IEventFeed feed, string tenant, CancellationToken cancellationToken)
    {
        HashSet<string> seen = [];
        List<string> streams = [];
        for (FeedPage? page = null; page is not { IsLast: true };)
        {
            page = await feed.ReadAsync(
                new FeedQuery(page?.Through ?? 0, PageEvents) { Tenant = tenant }, cancellationToken);
            streams.AddRange(page.Events
                .Where(e => e.Type == nameof(CueAnswered) && seen.Add(e.Stream))
                .Select(static e => e.Stream));
        }

        return streams;
    }

    private static async Task<object?> ConversationAsync(
        IEventReader store, string tenant, string stream, CancellationToken cancellationToken)
    {
        List<MessageSaid> said = [];
        Dictionary<string, Cue> cues = [];
        Dictionary<string, Judgement> judged = [];
        var version = 0L;
        for (var count = PageEvents; count == PageEvents;)
        {
            var page = await store.ReadStreamAsync(tenant, stream, version, PageEvents, cancellationToken);
            foreach (var recorded in page)
            {
                Note(EventCodec.Default.Decode(recorded.Type, recorded.SchemaVersion, recorded.Data));
                version = recorded.Version;
            }

            count = page.Count;
        }

        return judged.Values.Any(static j => !j.IsEmpty)
            ? new Dictionary<string, object>
            {
                ["id"] = Streams.Parse(stream).Id,
                ["language"] = LanguageOf(said),
                ["turns"] = said.Select(m => TurnOf(m, judged.GetValueOrDefault(m.MessageId))),
            }
            : null;

        void Note(object body)
        {
            switch (body)
            {
                case MessageSaid { From: Party.Customer or Party.Agent } e:
                    said.Add(e);
                    break;
                case CueShown e:
                    cues[e.Cue.Id] = e.Cue;
                    break;
                case CueAnswered e when cues.TryGetValue(e.Cue, out var cue):
                    judged.TryAdd(cue.MessageId, new Judgement());
                    judged[cue.MessageId].Add(cue, e);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Of the first turn that tells.</summary>
    private static string LanguageOf(IEnumerable<MessageSaid> said) =>
        said.Select(static m => m.Reading?.Language).FirstOrDefault(static l => l is "en" or "zh") ?? "en";

    private static Dictionary<string, object> TurnOf(MessageSaid said, Judgement? judgement)
    {
        var turn = new Dictionary<string, object>
        {
            ["from"] = said.From == Party.Customer ? "customer" : "agent", ["text"] = said.Text,
        };
        if (judgement is { Labels.Count: > 0 })
        {
            turn["labels"] = judgement.Labels;
        }

        if (judgement is { Rejected.Count: > 0 })
        {
            turn["rejected"] = judgement.Rejected;
        }

        return turn;
    }

    /// <summary>What was said of one message, by the trainer's tasks.</summary>
    private sealed class Judgement
    {
        public SortedDictionary<string, SortedSet<string>> Labels { get; } = new(StringComparer.Ordinal);

        public SortedDictionary<string, SortedSet<string>> Rejected { get; } = new(StringComparer.Ordinal);

        public bool IsEmpty => Labels.Count == 0 && Rejected.Count == 0;

        public void Add(Cue cue, CueAnswered answered)
        {
            var side = answered.Answer switch
            {
                CueAnswer.Useful => Labels,
                CueAnswer.Disputed => Rejected,
                _ => null,
            };
            foreach (var evidence in cue.Evidence.Where(static e => e.Source == EvidenceSource.Model))
            {
                Put(side, evidence.Id);
            }

            if (answered.Label is { } right)
            {
                Put(Labels, right);
            }
        }

        private static void Put(SortedDictionary<string, SortedSet<string>>? side, string label)
        {
            var task = label == Offensive ? "abuse" : EmotionLabels.All.Contains(label) ? "emotion" : null;
            if (side is null || task is null)
            {
                return;
            }

            if (!side.TryGetValue(task, out var labels))
            {
                side[task] = labels = new SortedSet<string>(StringComparer.Ordinal);
            }

            labels.Add(label);
        }
    }
}
