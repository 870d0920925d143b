using SupportGrid.Kernel;

namespace SupportGrid.Testing;

/// <summary>What came of a command.</summary>
public sealed class ScenarioOutcome<TState, TEvent>
    where TState : notnull
    where TEvent : notnull
{
    private readonly Decision<TEvent> _decision;

    internal ScenarioOutcome(Decision<TEvent> decision, TState state)
    {
        _decision = decision;
        State = state;
    }

    /// <summary>The state afterwards.</summary>
    public TState State { get; }

    public IReadOnlyList<TEvent> Events => _decision.Events;

    /// <summary>Exactly these events, in this order.</summary>
    public ScenarioOutcome<TState, TEvent> Then(params IEnumerable<TEvent> expected)
    {
        AssertAccepted();
        Assert.Equal(Canonical.OfAll(expected), Canonical.OfAll(Events));
        return this;
    }

    /// <summary>Events of exactly these types, in this order.</summary>
    public ScenarioOutcome<TState, TEvent> ThenTypes(params Type[] expected)
    {
        AssertAccepted();
        Assert.Equal(expected, Events.Select(static e => e.GetType()));
        return this;
    }

    /// <summary>The one event of this type.</summary>
    public T ThenOne<T>()
        where T : TEvent
    {
        AssertAccepted();
        return Assert.IsType<T>(Assert.Single(Events, static e => e is T));
    }

    /// <summary>Accepted, and no event of this type.</summary>
    public ScenarioOutcome<TState, TEvent> ThenNone<T>()
        where T : TEvent
    {
        AssertAccepted();
        Assert.DoesNotContain(Events, static e => e is T);
        return this;
    }

    /// <summary>Already true: neither an event nor a refusal.</summary>
    public void ThenNothing()
    {
        AssertAccepted();
        Assert.Empty(Events);
    }

    public void ThenRefused(Refusal expected)
    {
        Assert.Empty(Events);
        Assert.Equal(expected, _decision.Refusal);
    }

    /// <summary>The state afterwards, which must be of this type.</summary>
    public T Becomes<T>()
        where T : TState
    {
        AssertAccepted();
        return Assert.IsType<T>(State);
    }

    private void AssertAccepted() =>
        Assert.True(_decision.Refusal is null, $"Refused with {_decision.Refusal?.Code}: {_decision.Refusal?.Message}");
}
