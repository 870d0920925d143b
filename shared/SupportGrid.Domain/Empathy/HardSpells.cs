using SupportGrid.Domain.Interactions;

namespace SupportGrid.Domain.Empathy;

/// <summary>What an interaction tells of the hard times that an agent has with it.</summary>
internal static class HardSpells
{
    /// <summary>
    /// The spell that runs at the moment, up to an instant; null where the customer is neither strained nor upset, and
    /// where the queue's policy has no use for it: then nothing is told and nothing is kept.
    /// </summary>
    public static HardSpell? Running(Interaction.InTalk talk, DateTimeOffset until)
    {
        var (facts, state) = (talk.Facts, talk.Facts.Empathy);
        if (facts.Policy.Empathy?.Routing is not { UsesEmotionalLoad: true } routing
            || HardSpell.SeverityOf(state.Trajectory) == 0)
        {
            return null;
        }

        var from = state.MovedAt is { } moved && moved > talk.Since ? moved : talk.Since;
        return new HardSpell(
            facts.Interaction, facts.Queue, state.Trajectory, from, until, routing.EmotionalLoadHalfLife);
    }

    /// <summary>What an event says of the spell that ran before it; nothing for most.</summary>
    public static IEnumerable<Reaction> Told(Interaction before, InteractionEvent @event) => (before, @event) switch
    {
        (Interaction.InTalk talk, MessageSaid { From: Party.Customer }) => Tell(talk, @event.At, isOver: false),
        (Interaction.InTalk talk, TrajectoryMoved or AgentReleased or ContactEnded) =>
            Tell(talk, @event.At, isOver: true),
        _ => [],
    };

    private static IEnumerable<Reaction> Tell(Interaction.InTalk talk, DateTimeOffset at, bool isOver) =>
        Running(talk, at) is { } spell ? [new TellAgent(talk.Agent, new Agents.NoteHardSpell(spell, isOver, at))] : [];
}
