using SupportGrid.Kernel;

namespace SupportGrid.Contracts.Grains;

/// <summary>
/// Refusals of actors that ask other actors first; those of one aggregate alone stand with its decider.
/// </summary>
public static class GrainRefusals
{
    public static Refusal QueueUnknown { get; } = new("QUEUE_UNKNOWN", "There is no such queue.");

    public static Refusal QueueRetired { get; } =
        new("QUEUE_RETIRED", "The queue was taken out of service; it takes no new interactions.");

    public static Refusal AgentElsewhere { get; } =
        new("AGENT_ELSEWHERE", "The agent works in another routing group than the queue's; nobody there could ask them.");

    public static Refusal TooManyOpenInteractions { get; } = new(
        "TOO_MANY_OPEN_INTERACTIONS",
        "The customer has as many open interactions as one may have; one of them has to end first.");

    /// <summary>All of them; the gateway's table and the tests cover every one.</summary>
    public static IReadOnlyList<Refusal> All { get; } = [QueueUnknown, QueueRetired, AgentElsewhere, TooManyOpenInteractions];
}
