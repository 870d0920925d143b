using SupportGrid.Kernel;
using static SupportGrid.Domain.Interactions.Interaction;

namespace SupportGrid.Domain.Interactions;

public sealed partial class InteractionDecider
{
    private static Decision<InteractionEvent> Say(Existing state, SayMessage c)
    {
        if (state.Facts.Transcript.FindLast(m => m.MessageId == c.MessageId) is { } said)
        {
            return said.From == c.From && said.Author == c.Author && said.Text == c.Text
                ? []
                : InteractionRefusals.MessageIdReused;
        }

        return (state, c.From) switch
        {
            (Wrapping or Closed, _) => InteractionRefusals.InteractionEnded,
            (InTalk s, Party.Agent) when s.Agent != c.Author => InteractionRefusals.NotYourInteraction,
            (Queued or Offered, Party.Agent) => InteractionRefusals.NotYourInteraction,
            (Queued or Offered, Party.Supervisor) => InteractionRefusals.NotConnected,
            (Queued or Offered or InTalk, Party.Customer or Party.Agent or Party.Supervisor or Party.System) =>
                TextProblem(c.Text) is { } problem ? problem
                : IsFull(state.Facts, c.Text) ? InteractionRefusals.TranscriptFull
                : Decision.Of(SaidAndRead(state, c)),
            _ => throw NoAnswer(state, c),
        };
    }

    private static bool IsFull(InteractionFacts facts, string text) =>
        facts.Transcript.Count >= InteractionLimits.MessagesMax
        || facts.TranscriptLength + text.Length > InteractionLimits.TranscriptLengthMax;

    private static MessageSaid Said(Existing state, SayMessage c) => new(
        state.Facts.Transcript.Count + 1,
        c.MessageId,
        c.From,
        c.Author,
        c.Text,
        state.Facts.Channel,
        (state as InTalk)?.Agent,
        c.At,
        c.Reading);

    private static Refusal? TextProblem(string text) =>
        string.IsNullOrWhiteSpace(text) ? InteractionRefusals.TextEmpty
        : text.Length > InteractionLimits.TextLengthMax ? InteractionRefusals.TextTooLong
        : null;

    private static Decision<InteractionEvent> Hold(Existing state, HoldInteraction c) => state switch
    {
        InTalk s when s.Agent != c.Agent => InteractionRefusals.NotYourInteraction,
        Connected => [new InteractionHeld(c.Agent, c.At)],
        Held => [],
        Queued or Offered => InteractionRefusals.NotYourInteraction,
        Wrapping or Closed => InteractionRefusals.InteractionEnded,
        _ => throw NoAnswer(state, c),
    };

    private static Decision<InteractionEvent> Retrieve(Existing state, RetrieveInteraction c) => state switch
    {
        InTalk s when s.Agent != c.Agent => InteractionRefusals.NotYourInteraction,
        Held s => [new InteractionRetrieved(c.Agent, Elapsed(s.HeldSince, c.At), c.At)],
        Connected => [],
        Queued or Offered => InteractionRefusals.NotYourInteraction,
        Wrapping or Closed => InteractionRefusals.InteractionEnded,
        _ => throw NoAnswer(state, c),
    };

    /// <summary>Never negative: two clocks may differ by a little.</summary>
    private static TimeSpan Elapsed(DateTimeOffset from, DateTimeOffset to) => to > from ? to - from : TimeSpan.Zero;
}
