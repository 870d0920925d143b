namespace SupportGrid.EventSourcing;

/// <summary>Where ids come from: a seeded source in simulations, version 7 UUIDs else.</summary>
public interface IEventIds
{
    Guid Next(DateTimeOffset at);
}

/// <summary>Version 7 UUIDs: they sort by time.</summary>
public sealed class TimeOrderedIds : IEventIds
{
    public Guid Next(DateTimeOffset at) => Guid.CreateVersion7(at);
}
