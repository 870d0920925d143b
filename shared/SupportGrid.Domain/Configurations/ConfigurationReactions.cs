using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Queues;

namespace SupportGrid.Domain.Configurations;

/// <summary>What follows from a configuration's events: queues and agents take up what was set for them.</summary>
public static class ConfigurationReactions
{
    /// <param name="version">Version of the stream after the event.</param>
    public static IReadOnlyList<Reaction> React(
        Configuration before, ConfigurationEvent @event, Configuration after, long version) => @event switch
        {
            QueueDefined e => [new TellQueue(e.Policy.Queue, new AdoptPolicy(e.Policy, e.At)), .. Restore(before, e)],
            QueueRemoved e =>
                [new TellQueue(e.Queue, new RetireQueue(e.Queue, before.Queues[e.Queue].Version, e.At))],
            AgentDefined e => [new TellAgent(e.Profile.Agent, new AdoptProfile(e.Profile, e.At))],
            AgentRemoved e =>
                [new TellAgent(e.Agent, new RetireProfile(e.Agent, before.Agents[e.Agent].Version, e.At))],
            _ => [],
        };

    /// <summary>
    /// Who changes how a queue uses cues gives kinds that were silenced another chance. What routing takes from them is
    /// another matter.
    /// </summary>
    private static IEnumerable<Reaction> Restore(Configuration before, QueueDefined e)
    {
        if (before.Queues.TryGetValue(e.Policy.Queue, out var was) && Cues(was) != Cues(e.Policy))
        {
            yield return new TellCueLedger(new RestoreCueKinds(CueKindRestored.ByConfiguration, e.At));
        }
    }

    private static EmpathyPolicy Cues(QueuePolicy policy) =>
        (policy.Empathy ?? EmpathyPolicy.Default) with { Routing = null };
}
