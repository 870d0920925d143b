using System.Diagnostics;
using SupportGrid.Domain.Empathy;
using SupportGrid.Kernel;
using static SupportGrid.Domain.Agents.AgentSession;

namespace SupportGrid.Domain.Agents;

/// <summary>
/// What is allowed in an agent's session. The switch below names every command; each theme has a file of its own:
/// Session, Carrying, Load; what the events make of the state is in Evolve.
/// </summary>
/// <remarks>
/// Messages about offers and work come from interactions, in the order of each interaction, late and perhaps twice.
/// None of them is refused: the answer to what cannot be carried is an event that gives it back.
/// </remarks>
public sealed partial class AgentDecider : IDecider<AgentSession, AgentCommand, AgentEvent>
{
    private AgentDecider()
    {
    }

    public static AgentSession Initial => Unknown.Instance;

    public static Decision<AgentEvent> Decide(AgentSession state, AgentCommand command) => (state, command) switch
    {
        (Unknown, AdoptProfile c) => [new ProfileAdopted(c.Profile, c.At)],
        (SignedOff s, AdoptProfile c) => Adopt(s.Profile, c),
        (SignedOn s, AdoptProfile c) => Adopt(s.Profile, c),
        (Unknown, RetireProfile) => [],
        (SignedOff s, RetireProfile c) => s.Profile.Version > c.Version ? [] : [new ProfileRetired(c.Agent, c.At)],
        (SignedOn s, RetireProfile c) => s.Profile.Version > c.Version
            ? []
            : Decision.Of(Leave(s, "profile_retired", "", c.At).Append(new ProfileRetired(c.Agent, c.At))),

        (_, TakeOffer c) => Take(state, c),
        (_, StartWork c) => Start(state, c),
        (SignedOn s, PutDownOffer c) => PutDown(s, c),
        (SignedOn s, MoveWorkToWrapUp c) => MoveToWrapUp(s, c),
        (SignedOn s, FinishWork c) => Finish(s, c),
        (SignedOn s, EndGrace c) => LoseHeartbeat(s, c),
        (SignedOn s, DisconnectDesk c) => Disconnect(s, c),
        (Unknown or SignedOff, PutDownOffer or MoveWorkToWrapUp or FinishWork or EndGrace or DisconnectDesk) => [],

        (Unknown, NoteHardSpell) => [],
        (SignedOff or SignedOn, NoteHardSpell c) => Note(state.Load ?? EmotionalLoad.None, c),
        (SignedOff or SignedOn, ChooseEmotionalLoad c) => Choose(state.Load ?? EmotionalLoad.None, c),

        (Unknown, SignIn or SignOut or ChangePresence or ConnectDesk or ChooseEmotionalLoad) =>
            AgentRefusals.AgentUnknown,
        (SignedOff, SignIn c) => [new AgentSignedIn(c.Presence with { Since = c.At }, c.At + c.Grace, c.At)],
        (SignedOn, SignIn) => [],
        (SignedOff, SignOut) => [],
        (SignedOn s, SignOut c) => SignOff(s, c),
        (SignedOff, ChangePresence or ConnectDesk) => AgentRefusals.NotSignedIn,
        (SignedOn s, ChangePresence c) => Change(s, c),
        (SignedOn s, ConnectDesk c) => Connect(s, c),

        _ => throw new UnreachableException($"{state.GetType().Name} has no answer to {command.GetType().Name}."),
    };

    private static Decision<AgentEvent> Adopt(AgentProfile profile, AdoptProfile c) =>
        c.Profile.Version <= profile.Version ? [] : [new ProfileAdopted(c.Profile, c.At)];
}
