using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Tests.Samples;
using static SupportGrid.Domain.Tests.Agents.AgentSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Agents;

public sealed class AdoptProfileTests
{
    private static readonly AgentProfile Newer = Profiles.Ana with { Version = 2, DisplayName = "Ana M." };

    [Fact]
    public void A_first_profile_makes_the_agent_known() =>
        AgentScenario.Given().When(new AdoptProfile(Profiles.Ana, T(0))).Becomes<AgentSession.SignedOff>();

    [Fact]
    public void A_newer_profile_replaces_it() =>
        Known.When(new AdoptProfile(Newer, T(5))).Then(new ProfileAdopted(Newer, T(5)));

    [Fact]
    public void A_session_goes_on_with_the_newer_profile()
    {
        var session = Busy.When(new AdoptProfile(Newer, T(20))).Becomes<AgentSession.SignedOn>();

        Assert.Equal("Ana M.", session.Profile.DisplayName);
        Assert.Single(session.Work);
    }

    [Fact]
    public void The_same_or_an_older_profile_is_nothing()
    {
        Known.When(new AdoptProfile(Profiles.Ana, T(5))).ThenNothing();
        Ready.And(new AdoptProfile(Newer, T(5))).When(new AdoptProfile(Profiles.Ana, T(6))).ThenNothing();
    }
}
