using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Configurations;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Tests.Samples;
using static SupportGrid.Domain.Tests.Configurations.ConfigurationSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Configurations;

public sealed class ConfigurationReactionsTests
{
    [Fact]
    public void Queues_and_agents_take_up_what_was_set_for_them() =>
        Assert.Equal(
            [
                new TellQueue("billing", new AdoptPolicy(Policies.Billing, T(0))),
                new TellQueue("orders", new AdoptPolicy(Policies.Orders with { Version = 1 }, T(0))),
                new TellAgent("ana", new AdoptProfile(Profiles.Ana, T(0))),
            ],
            Follow(ConfigurationScenario.Given(), Wanted));

    [Fact]
    public void What_is_removed_retires_at_its_version() =>
        Assert.Equal(
            [
                new TellAgent("ana", new RetireProfile("ana", 1, T(0))),
                new TellQueue("billing", new RetireQueue("billing", 1, T(0))),
                new TellQueue("orders", new RetireQueue("orders", 1, T(0))),
            ],
            Follow(InForce, Configuration.Empty));

    private static List<Reaction> Follow(ConfigurationScenario before, Configuration wanted)
    {
        List<Reaction> reactions = [];
        var state = before.State;
        foreach (var @event in before.When(Apply(wanted)).Events)
        {
            var next = ConfigurationDecider.Evolve(state, @event);
            reactions.AddRange(ConfigurationReactions.React(state, @event, next, version: 1));
            state = next;
        }

        return reactions;
    }
}
