using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using SupportGrid.Simulation.Tests.World;

namespace SupportGrid.Simulation.Tests.Checkers;

/// <summary>
/// I9: what is noted of an agent's load is what the interactions' logs say, nothing is noted of who opted out, and of
/// who never did nothing is missing.
/// </summary>
internal sealed class LoadsAreFacts : IChecker
{
    public string Name => "I9 loads are facts";

    public IEnumerable<string> Check(History history)
    {
        var spells = history.StreamsOf(Streams.InteractionCategory).SelectMany(SpellsOf).ToArray();
        foreach (var stream in history.StreamsOf(Streams.AgentCategory))
        {
            var agent = Streams.Parse(stream.Key).Id;
            var own = spells.Where(s => s.Agent == agent).ToArray();
            foreach (var wrong in Noted(stream, own).Concat(Missing(stream, own)))
            {
                yield return wrong;
            }
        }
    }

    /// <summary>Told a second time from the log alone: who had an upset customer, from when and until when.</summary>
    private static IEnumerable<Spell> SpellsOf(IGrouping<string, LoggedEvent> stream)
    {
        var interaction = Streams.Parse(stream.Key).Id;
        var trajectory = Trajectory.Calm;
        var counts = false;
        (string Agent, DateTimeOffset Since)? talk = null;
        foreach (var logged in stream)
        {
            if (talk is { } with && logged.Body is TrajectoryMoved or AgentReleased or ContactEnded)
            {
                if (counts && trajectory is Trajectory.Strained or Trajectory.Upset)
                {
                    yield return new Spell(with.Agent, interaction, trajectory, with.Since, logged.At);
                }

                talk = logged.Body is TrajectoryMoved ? (with.Agent, logged.At) : null;
            }

            (trajectory, counts, talk) = logged.Body switch
            {
                TrajectoryMoved e => (e.To, counts, talk),
                InteractionQueued e => (trajectory, e.Policy.Empathy?.Routing is { EmotionalLoadWeight: > 0 }, talk),
                AgentConnected e => (trajectory, counts, (e.Agent, logged.At)),
                _ => (trajectory, counts, talk),
            };
        }
    }

    private static IEnumerable<string> Noted(IGrouping<string, LoggedEvent> stream, Spell[] own)
    {
        var optedOut = false;
        DateTimeOffset? since = null;
        foreach (var logged in stream)
        {
            (optedOut, since) = logged.Body switch
            {
                EmotionalLoadOptedOut => (true, null),
                EmotionalLoadOptedIn => (false, logged.At),
                _ => (optedOut, since),
            };
            if (logged.Body is not EmotionalLoadNoted { Spell: var noted })
            {
                continue;
            }

            if (optedOut)
            {
                yield return $"{stream.Key} noted {noted.Interaction} of an agent who had opted out.";
            }

            if (!own.Any(s => s.Holds(noted, since)))
            {
                yield return $"{stream.Key} noted {noted}, which no log of an interaction says.";
            }
        }
    }

    private static IEnumerable<string> Missing(IGrouping<string, LoggedEvent> stream, Spell[] own)
    {
        if (stream.Any(static e => e.Body is EmotionalLoadOptedOut or ProfileRetired))
        {
            return [];
        }

        var noted = stream.Select(static e => e.Body).OfType<EmotionalLoadNoted>().ToArray();
        return own
            .Where(s => s.Until > s.From)
            .Where(s => !noted.Any(n => n.Spell.Interaction == s.Interaction && n.Spell.Until == s.Until))
            .Select(s => $"{stream.Key} never noted {s}.");
    }

    private sealed record Spell(
        string Agent, string Interaction, Trajectory Trajectory, DateTimeOffset From, DateTimeOffset Until)
    {
        public bool Holds(HardSpell noted, DateTimeOffset? since) =>
            (noted.Interaction, noted.Trajectory) == (Interaction, Trajectory)
            && noted.From == (since > From ? since : From)
            && noted.Until <= Until;
    }
}
