using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Tests.Samples;
using static SupportGrid.Domain.Tests.Interactions.InteractionSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Interactions;

public sealed class InteractionAudienceTests
{
    [Fact]
    public void The_agent_whom_an_event_names_is_concerned()
    {
        Assert.Equal(["agent/ana"], Audiences(Waiting, Issue()));
        Assert.Equal(["agent/ana"], Audiences(Asked, Accept()));
        Assert.Equal(["agent/ana"], Audiences(Asked, Reject()));
        Assert.Equal(["agent/ana", "agent/ana"], Audiences(Talking, new EndContact("ana", T(72))));
    }

    [Fact]
    public void The_agent_who_has_it_hears_what_is_said() =>
        Assert.Equal(["agent/ana"], Audiences(Talking, Say(Party.Customer, "zoe")));

    [Fact]
    public void An_agent_who_is_only_asked_does_not_hear_what_is_said() =>
        Assert.Equal([null], Audiences(Asked, Say(Party.Customer, "zoe")));

    [Fact]
    public void Waiting_concerns_no_agent() =>
        Assert.Equal([null, null], Audiences(InteractionScenario.Given(), Open()));

    [Fact]
    public void The_agent_who_has_it_hears_of_the_switch_of_channel() =>
        Assert.Equal(
            ["agent/ana", "agent/ana", null],
            Audiences(Talking, new SwitchChannel(Channel.Voice, TimeSpan.Zero, T(25))));

    [Fact]
    public void The_agent_who_gave_it_away_hears_of_the_transfer() =>
        Assert.Equal(["agent/ana", "agent/ana", null], Audiences(Talking, Transfer(Policies.Orders)));

    [Fact]
    public void Abandoning_concerns_the_agent_who_was_asked() =>
        Assert.Equal(["agent/ana", null, null], Audiences(Asked, Leave(15)));

    private static List<string?> Audiences(InteractionScenario before, InteractionCommand command)
    {
        List<string?> audiences = [];
        var state = before.State;
        foreach (var @event in before.When(command).Events)
        {
            var next = InteractionDecider.Evolve(state, @event);
            audiences.Add(InteractionAudience.Audience(state, @event, next));
            state = next;
        }

        return audiences;
    }
}
