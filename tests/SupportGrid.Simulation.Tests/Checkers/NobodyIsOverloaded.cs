using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Agents;
using SupportGrid.Simulation.Tests.World;
using static SupportGrid.Domain.Agents.AgentSession;

namespace SupportGrid.Simulation.Tests.Checkers;

/// <summary>I3: offers and work of an agent fit the capacity after every event.</summary>
internal sealed class NobodyIsOverloaded : IChecker
{
    public string Name => "I3 nobody is overloaded";

    public IEnumerable<string> Check(History history)
    {
        foreach (var stream in history.StreamsOf(Streams.AgentCategory))
        {
            var session = AgentDecider.Initial;
            foreach (var logged in stream)
            {
                session = AgentDecider.Evolve(session, (AgentEvent)logged.Body);
                if (session is SignedOn s && Excess(s) is { } excess)
                {
                    yield return $"{stream.Key} at version {logged.Version}: {excess}.";
                }
            }
        }
    }

    private static string? Excess(SignedOn session)
    {
        var capacity = session.Profile.Capacity;
        var units = capacity.UnitsOf(session.Carried);
        if (units > capacity.Units)
        {
            return $"{units} of {capacity.Units} units";
        }

        var over = session.Carried.CountBy(static c => c).Where(c => c.Value > capacity.Channels[c.Key].Limit).ToArray();
        return over is [var first, ..] ? $"{first.Value} at once on {first.Key}" : null;
    }
}
