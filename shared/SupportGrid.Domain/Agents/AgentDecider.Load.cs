using System.Collections.Immutable;
using SupportGrid.Domain.Empathy;
using SupportGrid.Kernel;

namespace SupportGrid.Domain.Agents;

public sealed partial class AgentDecider
{
    /// <summary>
    /// A spell is told of as it lasts, late and perhaps twice. Noted is what counts still, what is new, and of a spell
    /// that goes on only what has grown enough. Of an agent who opted out nothing is, nor of the time before opting in
    /// again.
    /// </summary>
    private static Decision<AgentEvent> Note(EmotionalLoad load, NoteHardSpell c)
    {
        var from = load.Since is { } since && since > c.Spell.From ? since : c.Spell.From;
        var spell = c.Spell with { From = from };
        var growth = spell.Until - (Known(load.Spells, spell)?.Until ?? from);
        var enough = c.IsOver ? TimeSpan.FromTicks(1) : TimeSpan.FromMilliseconds(EmpathyLimits.HardSpellGrowthMs);
        return load.OptedOut || growth < enough || !EmotionalLoad.Counts(spell, c.At)
            ? []
            : [new EmotionalLoadNoted(spell, c.At)];
    }

    private static Decision<AgentEvent> Choose(EmotionalLoad load, ChooseEmotionalLoad c) =>
        (load.OptedOut, c.OptedOut) switch
        {
            (false, true) => [new EmotionalLoadOptedOut(c.At)],
            (true, false) => [new EmotionalLoadOptedIn(c.At)],
            _ => [],
        };

    private static HardSpell? Known(ImmutableArray<HardSpell> spells, HardSpell spell) =>
        spells.FirstOrDefault(s => s.Interaction == spell.Interaction && s.From == spell.From);

    /// <summary>The spell in place of what was known of it; what does not count any more is forgotten.</summary>
    private static EmotionalLoad With(EmotionalLoad? known, EmotionalLoadNoted e)
    {
        var load = known ?? EmotionalLoad.None;
        var before = Known(load.Spells, e.Spell);
        var others = load.Spells
            .Where(s => s != before && EmotionalLoad.Counts(s, e.At))
            .TakeLast(EmpathyLimits.HardSpellsMax - 1);
        return load with { Spells = [.. others, e.Spell] };
    }
}
