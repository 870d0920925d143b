using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Tests.Samples;
using static SupportGrid.Domain.Tests.Agents.AgentSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Agents;

public sealed class RetireProfileTests
{
    private static readonly RetireProfile Retire = new("ana", 1, T(20));

    [Fact]
    public void A_retired_agent_is_unknown() =>
        Known.When(Retire).Becomes<AgentSession.Unknown>();

    [Fact]
    public void The_session_ends_and_all_in_hand_goes_back() =>
        Busy.And(Take("o2", "i2")).When(Retire).Then(
            new OfferPutDown("o2", "i2", "agent_lost", T(20)),
            new WorkFinished("o1", "i1", "agent_lost", T(20)),
            new AgentSignedOut("profile_retired", "", T(20)),
            new ProfileRetired("ana", T(20)));

    [Fact]
    public void A_late_retirement_does_not_hit_the_profile_that_came_after() =>
        Ready.And(new AdoptProfile(Profiles.Ana with { Version = 2 }, T(5))).When(Retire).ThenNothing();

    [Fact]
    public void Retiring_twice_is_nothing() => Known.And(Retire).When(Retire).ThenNothing();
}
