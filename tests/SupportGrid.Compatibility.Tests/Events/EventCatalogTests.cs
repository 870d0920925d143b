using System.Reflection;
using SupportGrid.Compatibility.Tests.Golden;
using SupportGrid.Contracts.Events;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Configurations;
using SupportGrid.Domain.Customers;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Queues;

namespace SupportGrid.Compatibility.Tests.Events;

public sealed class EventCatalogTests
{
    private static readonly Type[] Families =
    [
        typeof(InteractionEvent), typeof(AgentEvent), typeof(CustomerEvent), typeof(QueueEvent),
        typeof(ConfigurationEvent), typeof(CueLedgerEvent),
    ];

    [Fact]
    public void Catalogue_EveryEventClassOfTheDomain_HasExactlyOneEntry()
    {
        var classes = typeof(InteractionEvent).Assembly.GetTypes()
            .Where(t => !t.IsAbstract && Families.Any(t.IsSubclassOf));

        Assert.Equal(
            classes.Select(t => t.Name).Order(StringComparer.Ordinal),
            EventCatalog.All.Select(e => e.Clr.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Catalogue_Names_AreUnique() =>
        Assert.Equal(
            EventCatalog.All.Length, EventCatalog.All.Select(e => e.Name).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Catalogue_Categories_FollowTheFamilies()
    {
        var byFamily = EventCatalog.All.GroupBy(e => e.Clr.BaseType).Select(g => g.Select(e => e.Category).Distinct());

        Assert.All(byFamily, categories => Assert.Single(categories));
    }

    [Fact]
    public void Catalogue_Baseline_OnlyGrows() => Baseline.OnlyGrows(
        "EventCatalog.txt",
        EventCatalog.All.SelectMany(e => Enumerable.Range(1, e.SchemaVersion).Select(version => $"{e.Name} {version} {e.Category}")));

    [Fact]
    public void Catalogue_Members_AreOfTypesThatAreCompared()
    {
        // A dictionary without an order would make the bytes of one body differ between runs.
        var unordered = EventCatalog.All
            .SelectMany(e => e.Clr.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .Where(p => p.PropertyType.IsGenericType)
            .Where(p => p.PropertyType.Name.StartsWith("ImmutableDictionary", StringComparison.Ordinal)
                || p.PropertyType.Name.StartsWith("ImmutableHashSet", StringComparison.Ordinal));

        Assert.Empty(unordered);
    }
}
