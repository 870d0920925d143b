using SupportGrid.EventSourcing;
using SupportGrid.EventStore;

namespace SupportGrid.Simulation.Tests.World;

/// <summary>Where a bug is planted, to prove that a checker finds it; this one plants none.</summary>
internal class Plant
{
    public static Plant None { get; } = new();

    public virtual IEventStore Around(IEventStore store) => store;

    public virtual IReactionHandler Around(IReactionHandler handler) => handler;
}
