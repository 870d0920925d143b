using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Customers;
using SupportGrid.Domain.Interactions;
using static SupportGrid.Domain.Agents.AgentSession;

namespace SupportGrid.Domain.Tests.Worlds;

/// <summary>What must hold in a world: some of it always, the rest when every reaction was carried out.</summary>
internal static class WorldChecks
{
    /// <summary>Holds at every instant, whatever is still under way.</summary>
    public static void AssertSafe(World world)
    {
        foreach (var session in world.Agents.Values.OfType<SignedOn>())
        {
            AssertCarriedOnce(session);
            AssertWithinCapacity(session);
        }

        foreach (var interaction in world.Interactions.Keys)
        {
            var carriers = world.Agents.Values.OfType<SignedOn>()
                .Where(s => s.Work.Any(w => w.Interaction == interaction))
                .Select(s => s.Profile.Agent)
                .ToArray();
            Assert.True(carriers.Length <= 1, $"{interaction} is carried by {string.Join(" and ", carriers)}.");
        }
    }

    /// <summary>Holds when nothing is under way: everybody agrees on who has what, and nothing is lost.</summary>
    public static void AssertAgrees(World world)
    {
        foreach (var (id, interaction) in world.Interactions)
        {
            AssertHandsAgree(world, id, interaction);
            AssertLineAgrees(world, id, interaction);
            AssertHistoryAgrees(world.Customer, id, interaction);
        }

        foreach (var (agent, session) in world.Agents)
        {
            AssertAvailabilityAgrees(world, agent, session);
        }
    }

    public static void AssertCarriedOnce(SignedOn session)
    {
        string[] carried = [.. session.Offers.Select(o => o.Interaction), .. session.Work.Select(w => w.Interaction)];
        Assert.True(
            carried.Distinct().Count() == carried.Length,
            $"{session.Profile.Agent} carries something twice: {string.Join(", ", carried)}.");
    }

    /// <summary>A call may come on top of e-mails; nothing else goes beyond the units.</summary>
    public static void AssertWithinCapacity(SignedOn session)
    {
        var capacity = session.Profile.Capacity;
        var carried = session.Carried.ToArray();
        Assert.All(carried.GroupBy(c => c), c => Assert.True(c.Count() <= capacity.Channels[c.Key].Limit));
        var counted = carried.Contains(Channel.Voice) ? carried.Where(c => c != Channel.Email) : carried;
        Assert.True(capacity.UnitsOf(counted) <= capacity.Units, $"{session.Profile.Agent} carries too much.");
    }

    private static void AssertHandsAgree(World world, string id, Interaction interaction)
    {
        var (agent, offer, holds) = interaction switch
        {
            Interaction.Offered s => (s.Agent, s.Offer, "asked"),
            Interaction.InTalk s => (s.Agent, s.Offer, "Interacting"),
            Interaction.Wrapping s => (s.Agent, s.Offer, "Wrapping"),
            _ => (null, null, null),
        };
        var hands = world.Agents.Values.OfType<SignedOn>().SelectMany(s => HandsOf(s, id)).ToArray();
        Assert.Equal(agent is null ? [] : [(agent, offer!, holds!)], hands);
    }

    private static IEnumerable<(string Agent, string Offer, string Holds)> HandsOf(
        SignedOn session, string interaction) =>
    [
        .. session.Offers.Where(o => o.Interaction == interaction)
            .Select(o => (session.Profile.Agent, o.Offer, "asked")),
        .. session.Work.Where(w => w.Interaction == interaction)
            .Select(w => (session.Profile.Agent, w.Offer, w.Stage.ToString())),
    ];

    /// <summary>What is being offered may still stand in its line; the dispatcher knows that it asked.</summary>
    private static void AssertLineAgrees(World world, string id, Interaction interaction)
    {
        var facts = (interaction as Interaction.Existing)?.Facts;
        foreach (var (place, (version, item)) in world.Lines.Where(l => l.Key.Interaction == id))
        {
            var isItsLine = place.Group == facts?.Policy.RoutingGroup;
            if (isItsLine && interaction is Interaction.Queued)
            {
                Assert.Equal(Canonical.Of(InteractionReactions.ToWaitingItem(facts!, version)), Canonical.Of(item));
            }
            else if (!isItsLine || interaction is not Interaction.Offered)
            {
                Assert.Null(item);
            }
        }

        if (interaction is Interaction.Queued)
        {
            Assert.Contains((facts!.Policy.RoutingGroup, id), world.Lines.Keys);
        }
    }

    private static void AssertHistoryAgrees(Customer customer, string id, Interaction interaction)
    {
        if (interaction is Interaction.Existing)
        {
            var contact = Assert.Single(Assert.IsType<Customer.Acquainted>(customer).History, c => c.Interaction == id);
            Assert.Equal(interaction is Interaction.Closed, contact.EndedAt is not null);
        }
    }

    private static void AssertAvailabilityAgrees(World world, string agent, AgentSession session)
    {
        var told = world.Availability[agent];
        if (AgentRouting.ToAvailability(session, told.Version) is { } actual)
        {
            Assert.Equal(Canonical.Of(actual), Canonical.Of(told));
        }
        else
        {
            Assert.False(told.Routable);
        }
    }
}
