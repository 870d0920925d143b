using SupportGrid.Compatibility.Tests.Golden;
using SupportGrid.Contracts.Events;
using SupportGrid.Domain;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Customers;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Routing;

namespace SupportGrid.Compatibility.Tests.Surface;

/// <summary>Enums stand in the log and in the outbox by name: a renamed value could not be read any more.</summary>
public sealed class PersistedEnumTests
{
    private static readonly Type[] Pending =
        [typeof(Reaction), typeof(AgentCommand), typeof(InteractionCommand), typeof(CustomerCommand), typeof(QueueCommand)];

    [Fact]
    public void Names_OfEveryPersistedEnum_OnlyGrow() => Baseline.OnlyGrows(
        "PersistedEnums.txt", Reachable().Where(t => t.IsEnum).SelectMany(t => Enum.GetNames(t).Select(n => $"{t.Name}.{n}")));

    /// <summary>
    /// The types that occur in the body of an event, in the decision inside of one, or in a reaction.
    /// </summary>
    private static HashSet<Type> Reachable()
    {
        var domain = typeof(Reaction).Assembly.GetTypes();
        var seen = new HashSet<Type>();
        var open = new Stack<Type>(
            [typeof(RoutingDecision), .. EventCatalog.All.Select(e => e.Clr), .. domain.Where(t => Pending.Any(t.IsSubclassOf))]);
        while (open.TryPop(out var type))
        {
            foreach (var part in type.GenericTypeArguments.Append(type.GetElementType()).OfType<Type>())
            {
                open.Push(part);
            }

            if (type.Assembly != typeof(Reaction).Assembly || !seen.Add(type))
            {
                continue;
            }

            foreach (var next in type.GetProperties().Select(p => p.PropertyType).Concat(domain.Where(t => t.IsSubclassOf(type))))
            {
                open.Push(next);
            }
        }

        return seen;
    }
}
