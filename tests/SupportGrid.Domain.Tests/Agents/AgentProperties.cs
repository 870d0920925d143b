using FsCheck;
using FsCheck.Fluent;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Tests.Samples;
using SupportGrid.Domain.Tests.Worlds;
using static SupportGrid.Domain.Tests.Agents.AgentSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Agents;

public sealed class AgentProperties
{
    private static readonly Channel[] Channels = [Channel.Chat, Channel.Voice, Channel.Email, Channel.Social];

    private static readonly Arbitrary<int[]> Steps = Arb.From(
        Gen.Choose(0, int.MaxValue).ArrayOf(200),
        static steps => Enumerable.Range(0, steps.Length).Select(i => steps.Where((_, at) => at != i).ToArray()));

    /// <summary>Not even what interactions would never send brings a session beyond its capacity.</summary>
    [Fact]
    public void Whatever_comes_in_whatever_order_capacity_holds_and_nothing_is_carried_twice() =>
        Prop.ForAll(Steps, steps =>
        {
            var session = Ready.State;
            foreach (var step in steps)
            {
                session = AgentDecider.Decide(session, Command(step)).Events.Aggregate(session, AgentDecider.Evolve);
                if (session is AgentSession.SignedOn on)
                {
                    WorldChecks.AssertCarriedOnce(on);
                    WorldChecks.AssertWithinCapacity(on);
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static AgentCommand Command(int step)
    {
        // Several offers for one interaction; an offer is always for the same one.
        var number = step / 32 % 40;
        var (offer, interaction, channel) = ($"o{number}", $"i{number % 17}", Channels[number % Channels.Length]);
        return (step % 32) switch
        {
            < 10 => Take(offer, interaction, channel),
            < 18 => Start(offer, interaction, channel),
            18 => PutDown("cancelled", offer),
            19 => PutDown("expired", offer),
            < 22 => Finish(offer),
            22 => new MoveWorkToWrapUp(offer, T(60)),
            23 => SignOut(force: step % 2 == 0),
            24 or 25 => SignIn(),
            26 => new ConnectDesk("tab", T(1)),
            27 => new DisconnectDesk("tab", "closed", Grace, T(50)),
            28 => new EndGrace(T(99)),
            29 => Change(Break, whenFree: true),
            _ => Change(Online),
        };
    }
}
