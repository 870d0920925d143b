using System.Diagnostics;
using SupportGrid.Kernel;

namespace SupportGrid.Domain.Empathy;

/// <summary>
/// Counts what agents answer about cues, and silences a kind that is right too rarely. Answers are told by
/// interactions, late and perhaps twice; a cue is answered once, so the second time is nothing.
/// </summary>
public sealed class CueLedgerDecider : IDecider<CueLedger, CueLedgerCommand, CueLedgerEvent>
{
    private CueLedgerDecider()
    {
    }

    public static CueLedger Initial => CueLedger.Empty;

    public static Decision<CueLedgerEvent> Decide(CueLedger state, CueLedgerCommand command) => command switch
    {
        CountCueAnswer c => Decision.Of(Count(state, c)),
        RestoreCueKind c => state.Of(c.Kind).SilencedAt is null ? [] : [new CueKindRestored(c.Kind, c.By, c.At)],
        RestoreCueKinds c =>
            Decision.Of(state.Silenced.Select(CueLedgerEvent (kind) => new CueKindRestored(kind, c.By, c.At))),
        _ => throw new UnreachableException($"The record of cues has no answer to {command.GetType().Name}."),
    };

    public static CueLedger Evolve(CueLedger state, CueLedgerEvent @event) => @event switch
    {
        CueAnswerCounted e => With(state, e.Kind, Counted(state.Of(e.Kind), e.Answer)) with
        {
            Recent = (state.Recent.Count < CueLedger.RecentMax ? state.Recent : state.Recent.RemoveAt(0))
                .Add(new CountedCue(e.Interaction, e.Cue)),
        },
        CueKindSilenced e => With(state, e.Kind, state.Of(e.Kind) with { SilencedAt = e.At }),
        CueKindRestored e => With(state, e.Kind, CueTally.None),
        _ => throw new UnreachableException($"The record of cues cannot follow {@event.GetType().Name}."),
    };

    private static IEnumerable<CueLedgerEvent> Count(CueLedger state, CountCueAnswer c)
    {
        if (state.Recent.Contains(new CountedCue(c.Interaction, c.Cue)))
        {
            yield break;
        }

        yield return new CueAnswerCounted(c.Kind, c.Answer, c.Interaction, c.Cue, c.At);
        var tally = Counted(state.Of(c.Kind), c.Answer);
        if (tally.SilencedAt is null && c.Answer == CueAnswer.Disputed && tally.IsBelow(c.Floor, c.AnswersMin))
        {
            yield return new CueKindSilenced(c.Kind, tally.Useful, tally.Disputed, c.Floor, c.At);
        }
    }

    private static CueTally Counted(CueTally tally, CueAnswer answer) => answer switch
    {
        CueAnswer.Useful => tally with { Useful = tally.Useful + 1 },
        CueAnswer.Disputed => tally with { Disputed = tally.Disputed + 1 },
        CueAnswer.Dismissed => tally with { Dismissed = tally.Dismissed + 1 },
        _ => throw new UnreachableException($"{answer} is no answer."),
    };

    private static CueLedger With(CueLedger state, CueKind kind, CueTally tally) =>
        state with { Kinds = state.Kinds.SetItem(kind, tally) };
}
