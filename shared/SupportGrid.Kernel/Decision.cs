using System.Runtime.CompilerServices;

namespace SupportGrid.Kernel;

/// <summary>
/// The answer of a decider: events to append, nothing (an empty list: the command is already true), or a refusal.
/// </summary>
/// <remarks>A switch arm reads <c>[new …]</c>, <c>[]</c> or <c>Refusals.Something</c>.</remarks>
[CollectionBuilder(typeof(Decision), nameof(Decision.Create))]
public readonly struct Decision<TEvent>
{
    private readonly TEvent[]? _events;

    internal Decision(TEvent[] events) => _events = events;

    private Decision(Refusal refusal) => Refusal = refusal;

    /// <summary>The events, in order; empty when refused or when nothing is to be done.</summary>
    public IReadOnlyList<TEvent> Events => _events ?? [];

    /// <summary>Why not, or null.</summary>
    public Refusal? Refusal { get; }

    public static implicit operator Decision<TEvent>(Refusal refusal) => new(refusal);

    public IEnumerator<TEvent> GetEnumerator() => Events.GetEnumerator();
}

/// <summary>Builds decisions from collection expressions.</summary>
public static class Decision
{
    public static Decision<TEvent> Create<TEvent>(ReadOnlySpan<TEvent> events) => new(events.ToArray());

    /// <summary>A decision from a list that was put together step by step.</summary>
    public static Decision<TEvent> Of<TEvent>(IEnumerable<TEvent> events) => new(events.ToArray());
}
