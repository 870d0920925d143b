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

    [Fact]
    public void Every_command_has_an_answer_in_every_state_and_a_repeat_changes_nothing()
    {
        var report = Closure.Explore<AgentDecider, AgentSession, AgentCommand, AgentEvent>(Commands, StatesMax);

        report.AssertEveryStateReached(typeof(AgentSession));
        report.AssertEveryEventHappened(typeof(AgentEvent));

        // Below the cap: these commands reach nothing else.
        Assert.InRange(report.StatesExplored, 1_000, StatesMax - 1);
    }

    [Fact]
    public void Every_command_is_among_the_samples() => Assert.Empty(
        typeof(AgentCommand).Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(AgentCommand)))
            .Except(Commands.Select(c => c.GetType())));
}
