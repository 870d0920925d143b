using System.Diagnostics;
using SupportGrid.Kernel;
using static SupportGrid.Domain.Interactions.Interaction;

namespace SupportGrid.Domain.Interactions;

/// <summary>
/// What is allowed on an interaction. The switch below names every command; each theme has a file of its own: Talking,
/// Offers, Moving, Ending, Rating, Empathy; what the events make of the state is in Evolve.
/// </summary>
/// <remarks>
/// The event that puts the interaction (back) in the line comes last in its append, so that whoever announces it sees
/// where it stands now.
/// </remarks>
public sealed partial class InteractionDecider : IDecider<Interaction, InteractionCommand, InteractionEvent>
{
    private InteractionDecider()
    {
    }

    public static Interaction Initial => Absent.Instance;

    public static Decision<InteractionEvent> Decide(Interaction state, InteractionCommand command) =>
        (state, command) switch
        {
            (Absent, OpenInteraction c) => Open(c),
            (Existing, OpenInteraction) => [],

            // What the platform itself sends is late at worst.
            (Absent, ExpireOffer or RescindOffer or ExpireWrapUp or LoseAgent) => [],
            (Absent, _) => InteractionRefusals.NoSuchInteraction,

            (Existing s, SayMessage c) => Say(s, c),
            (Existing s, HoldInteraction c) => Hold(s, c),
            (Existing s, RetrieveInteraction c) => Retrieve(s, c),
            (Existing s, AnswerCue c) => Answer(s, c),
            (Existing s, ReviseReading c) => Revise(s, c),

            (Existing s, IssueOffer c) => Issue(s, c),
            (Existing s, AcceptOffer c) => Accept(s, c),
            (Existing s, RejectOffer c) => Reject(s, c),
            (Existing s, ExpireOffer c) => Expire(s, c),
            (Existing s, RescindOffer c) => Rescind(s, c),

            (Existing s, TransferInteraction c) => Transfer(s, c),
            (Existing s, SwitchChannel c) => Switch(s, c),
            (Existing s, PrioritiseInteraction c) => Prioritise(s, c),
            (Existing s, ReopenInteraction c) => Reopen(s, c),
            (Existing s, LoseAgent c) => Lose(s, c),

            (Existing s, LeaveInteraction c) => Leave(s, c),
            (Existing s, EndContact c) => End(s, c),
            (Existing s, CompleteWrapUp c) => Complete(s, c),
            (Existing s, ExpireWrapUp c) => ExpireWrap(s, c),
            (Existing s, RateInteraction c) => Rate(s, c),

            _ => throw NoAnswer(state, command),
        };

    private static UnreachableException NoAnswer(Interaction state, InteractionCommand command) =>
        new($"{state.GetType().Name} has no answer to {command.GetType().Name}.");
}
