using System.Text.Json;
using SupportGrid.Api.V1;
using SupportGrid.Client;
using SupportGrid.Replay.Playing;

namespace SupportGrid.Replay.Checking;

/// <summary>
/// Holds the whole log of the tenant against what was played: every conversation closed exactly once with exactly its
/// turns in order, no interaction with two agents, no agent above capacity, every offer ended. A customer who leaves
/// may leave turns unsaid, never out of order.
/// </summary>
/// <remarks>
/// It reads the log through the public events API, from its beginning. It also checks that API's own promise: positions
/// grow, and the versions of every stream are 1, 2, 3 … without hole or repeat.
/// </remarks>
public sealed class LogCheck
{
    /// <summary>Problems that are told one by one; further ones are only counted.</summary>
    public const int ProblemsToldMax = 20;

    private readonly Dictionary<string, LoggedInteraction> _interactions = [];
    private readonly Dictionary<string, LoggedAgent> _agents = [];
    private readonly Dictionary<string, long> _versions = [];
    private readonly List<string> _problems = [];
    private long _position;
    private long _events;

    /// <summary>Reads the whole log and says what is wrong with it.</summary>
    /// <param name="expected">The script of every conversation by the subject of its interaction.</param>
    public static async Task<LogCheckResult> RunAsync(
        SupportGridClient client, string run, IReadOnlyDictionary<string, Script> expected, CancellationToken cancellationToken)
    {
        var check = new LogCheck();
        await check.ReadAsync(client, cancellationToken);
        return check.Conclude(run, expected);
    }

    /// <summary>Says what is wrong with what was read so far.</summary>
    public LogCheckResult Conclude(string run, IReadOnlyDictionary<string, Script> expected)
    {
        var played = _interactions.Values.Where(i => i.Subject.StartsWith(run + "/", StringComparison.Ordinal)).ToArray();
        var bySubject = played.ToLookup(i => i.Subject);
        foreach (var (subject, script) in expected)
        {
            var found = bySubject[subject].ToArray();
            if (found.Length != 1)
            {
                _problems.Add($"Conversation {subject} became {found.Length} interactions, not one.");
            }

            _problems.AddRange(found.SelectMany(i => i.Problems(script)));
        }

        _problems.AddRange(_agents.Values.SelectMany(a => a.Problems));
        return new LogCheckResult(
            _events,
            played.Length,
            played.Count(i => i.IsClosed),
            played.Count(i => i.Abandoned),
            played.Sum(i => i.Offers),
            played.Sum(i => i.Connections),
            played.Sum(i => i.Texts.Count),
            _agents.Count == 0 ? 0 : _agents.Values.Max(a => a.MostCarried),
            _problems.Count,
            [.. _problems.Take(ProblemsToldMax)]);
    }

    /// <summary>Takes the next event of the log.</summary>
    public void Apply(Event e)
    {
        _events++;
        Note(e.Position <= _position, $"position {e.Position} came after {_position}");
        _position = e.Position;
        var version = _versions.GetValueOrDefault(e.Source);
        Note(e.Sequence != version + 1, $"{e.Source} has version {e.Sequence} after {version}");
        _versions[e.Source] = e.Sequence;

        var slash = e.Source.IndexOf('/', StringComparison.Ordinal);
        var id = e.Source[(slash + 1)..];
        using var json = JsonDocument.Parse(e.DataJson);
        var logged = new LoggedEvent(e.Type, json.RootElement);
        switch (e.Source[..slash])
        {
            case "interaction":
                Entry(_interactions, id, static i => new LoggedInteraction(i)).Apply(logged);
                break;
            case "agent":
                Entry(_agents, id, static a => new LoggedAgent(a)).Apply(logged);
                break;
            default:
                break;
        }
    }

    private async Task ReadAsync(SupportGridClient client, CancellationToken cancellationToken)
    {
        await foreach (var watched in client.WatchEventsAsync(StartFrom.Beginning, "", null, cancellationToken))
        {
            if (watched.Response is not { } response)
            {
                throw new InvalidOperationException("The events stream lost its place and began anew.");
            }

            if (response.Event is not { } e)
            {
                // The first bookmark says that there is nothing more at the moment.
                return;
            }

            Apply(e);
        }
    }

    private static T Entry<T>(Dictionary<string, T> entries, string id, Func<string, T> create)
    {
        if (!entries.TryGetValue(id, out var entry))
        {
            entries[id] = entry = create(id);
        }

        return entry;
    }

    private void Note(bool wrong, string problem)
    {
        if (wrong)
        {
            _problems.Add(problem + ".");
        }
    }
}
