using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Tests.Samples;
using static SupportGrid.Domain.Tests.Agents.AgentSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Agents;

public sealed class AgentClosureTests
{
    private const int StatesMax = 4_000;

    private static readonly AgentCommand[] Commands =
    [
        new AdoptProfile(Profiles.Ana, T(0)),
        new AdoptProfile(Profiles.Ana with { Version = 2 }, T(0)),
        new RetireProfile("ana", 2, T(20)),
        SignIn(),
        SignOut(),
        SignOut(force: true),
        Change(Online),
        Change(Break),
        Change(Break, whenFree: true),
        new ConnectDesk("tab", T(1)),
        new DisconnectDesk("tab", "closed", Grace, T(50)),
        new EndGrace(T(90)),
        Take(),
        Take("o2", "i2", Channel.Voice),
        PutDown("expired"),
        PutDown("cancelled", "o2"),
        Start(),
        Start("o2", "i2", Channel.Voice),
        new MoveWorkToWrapUp("o1", T(72)),
        Finish(),
        Finish("o2"),
    ];

    private static readonly AgentCommand[] OfLoads =
    [
        new AdoptProfile(Profiles.Ana, T(0)),
        new RetireProfile("ana", 1, T(20)),
        SignIn(),
        SignOut(),
        EmotionalLoadTests.Hard(10, 100),
        EmotionalLoadTests.Hard(10, 400),
        EmotionalLoadTests.Hard(30, 40, interaction: "i2"),
        new ChooseEmotionalLoad(true, T(50)),
        new ChooseEmotionalLoad(false, T(60)),
    ];

    [Fact]
    public void Every_command_has_an_answer_in_every_state_and_a_repeat_changes_nothing()
    {
        var report = Closure.Explore<AgentDecider, AgentSession, AgentCommand, AgentEvent>(Commands, StatesMax);

        report.AssertEveryStateReached(typeof(AgentSession));
        report.Events.UnionWith(ExploreLoads().Events);
        report.AssertEveryEventHappened(typeof(AgentEvent));

        // Below the cap: these commands reach nothing else.
        Assert.InRange(report.StatesExplored, 1_000, StatesMax - 1);
    }

    [Fact]
    public void Every_command_about_the_load_has_an_answer_in_every_state_and_a_repeat_changes_nothing()
    {
        var report = ExploreLoads();

        report.AssertEveryStateReached(typeof(AgentSession));
        Assert.InRange(report.StatesExplored, 20, StatesMax - 1);
    }

    [Fact]
    public void Every_command_is_among_the_samples() => Assert.Empty(
        typeof(AgentCommand).Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(AgentCommand)))
            .Except(Commands.Concat(OfLoads).Select(c => c.GetType())));

    private static ClosureReport ExploreLoads() =>
        Closure.Explore<AgentDecider, AgentSession, AgentCommand, AgentEvent>(OfLoads, StatesMax);
}
