using System.Collections.Immutable;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Routing;

namespace SupportGrid.Contracts.Grains;

/// <summary>
/// Matches the waiting interactions of one routing group with its agents. It holds only what can be rebuilt from the
/// log; on activation it rebuilds it. What arrives late or twice changes nothing: everything carries the version of the
/// stream that it was taken from.
/// </summary>
[Alias("sg.IDispatcherGrain")]
public interface IDispatcherGrain : IGrainWithStringKey
{
    [Alias("PutWaiting")]
    Task PutWaiting(WaitingItem item);

    [Alias("RemoveWaiting")]
    Task RemoveWaiting(string interaction, long version);

    [Alias("PutAgent")]
    Task PutAgent(AgentAvailability availability);

    [Alias("PutPolicy")]
    Task PutPolicy(QueuePolicy policy);

    /// <summary>Activates the dispatcher, so that it takes up what was open.</summary>
    [Alias("Wake")]
    Task Wake();

    /// <summary>Places and estimates of those of the interactions that are in the line.</summary>
    [Alias("GetPlaces")]
    Task<ImmutableArray<LinePlace>> GetPlaces(ImmutableArray<string> interactions);

    /// <summary>The line of a queue in order of service.</summary>
    [Alias("GetLine")]
    Task<QueueLine> GetLine(string queue, int limit);

    /// <summary>Why the interaction does not go to this agent right now, as sentences.</summary>
    [Alias("ExplainNow")]
    Task<ImmutableArray<string>> ExplainNow(string interaction, string agent);
}
