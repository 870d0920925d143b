using SupportGrid.Kernel;

namespace SupportGrid.Testing;

/// <summary>What an exploration came across.</summary>
public sealed class ClosureReport
{
    public HashSet<Type> States { get; } = [];

    public HashSet<Type> Events { get; } = [];

    public HashSet<string> Refusals { get; } = [];

    public int StatesExplored { get; internal set; }

    /// <summary>Every concrete nested type of the family was reached.</summary>
    public void AssertEveryStateReached(Type family) => AssertReached(
        family.GetNestedTypes().Where(t => !t.IsAbstract && t.IsAssignableTo(family)), States);

    /// <summary>Every concrete event of the family happened.</summary>
    public void AssertEveryEventHappened(Type family) => AssertReached(
        family.Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsAssignableTo(family)), Events);

    internal void Note(Refusal? refusal, IEnumerable<object> events)
    {
        if (refusal is not null)
        {
            Refusals.Add(refusal.Code);
        }

        Events.UnionWith(events.Select(static e => e.GetType()));
    }

    private static void AssertReached(IEnumerable<Type> expected, HashSet<Type> reached) =>
        Assert.Empty(expected.Except(reached).Select(static t => t.Name));
}
