using SupportGrid.EventStore;
using SupportGrid.Gateway.Tests.Live.Record;

namespace SupportGrid.Gateway.Tests.Live.Promise;

/// <summary>A view as the tests of the promise drive it.</summary>
internal sealed record ViewUnderTest(
    string Name,
    Func<LiveHarness, string, IClientStream> Open,
    Func<Func<RecordedEvent, object, IEnumerable<string>>> Expected)
{
    public static IReadOnlyList<ViewUnderTest> All { get; } =
    [
        new("events", static (live, cursor) => live.OpenEvents(cursor), static () => ExpectedViews.Events),
        new("agents", static (live, cursor) => live.OpenAgents(cursor), static () => ExpectedViews.Agents),
        new(
            "interactions",
            static (live, cursor) => live.OpenInteractions(cursor),
            static () => ExpectedViews.Interactions),
        new("alerts", static (live, cursor) => live.OpenAlerts(cursor), static () => ExpectedAlerts.Of()),
        new(
            "alerts of billing",
            static (live, cursor) => live.OpenAlerts(cursor, "billing"),
            static () => ExpectedAlerts.Of("billing")),
        new("desk", static (live, cursor) => live.OpenDesk("a1", cursor), static () => ExpectedViews.Desk("a1")),
        new(
            "customer",
            static (live, cursor) => live.OpenCustomer("c1", "i1", cursor),
            static () => ExpectedViews.Customer("i1")),
    ];

    public static ViewUnderTest Named(string name) => All.Single(v => v.Name == name);

    public override string ToString() => Name;
}
