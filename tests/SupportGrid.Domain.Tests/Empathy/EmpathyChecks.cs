using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;

namespace SupportGrid.Domain.Tests.Empathy;

/// <summary>What must hold of every log of a conversation, told from its events alone.</summary>
internal static class EmpathyChecks
{
    public static readonly IReadOnlyDictionary<string, Action<IReadOnlyList<InteractionEvent>, EmpathyPolicy>> All =
        new Dictionary<string, Action<IReadOnlyList<InteractionEvent>, EmpathyPolicy>>
        {
            ["budget"] = Budget,
            ["cool-down"] = CoolDown,
            ["causes"] = Causes,
            ["alerts"] = Alerts,
            ["silence"] = Silence,
            ["endings"] = Endings,
            ["hysteresis"] = Hysteresis,
            ["opportunities"] = Opportunities,
            ["revisions"] = Revisions,
            ["external models"] = ExternalModels,
        };

    /// <summary>A cue that is no alert comes at the earliest so many turns after the last cue.</summary>
    private static void Budget(IReadOnlyList<InteractionEvent> log, EmpathyPolicy policy)
    {
        int? last = null;
        foreach (var (turn, cue) in Cues(log))
        {
            Assert.True(
                cue.Alert is not null || last is null || turn - last >= policy.TurnsPerCue,
                $"{cue.Id} came at turn {turn}, the one before at {last}.");
            Assert.True(last != turn, $"{cue.Id} is the second of its turn.");
            last = turn;
        }
    }

    private static void CoolDown(IReadOnlyList<InteractionEvent> log, EmpathyPolicy policy)
    {
        var last = new Dictionary<CueKind, int>();
        foreach (var (turn, cue) in Cues(log))
        {
            Assert.True(
                cue.Alert is not null ||
                    !last.TryGetValue(cue.Kind, out var before) || turn - before >= policy.CooldownTurns,
                $"{cue.Id} is of a kind that has not cooled down.");
            last[cue.Kind] = turn;
        }
    }

    /// <summary>Never two for one cause in a contact.</summary>
    private static void Causes(IReadOnlyList<InteractionEvent> log, EmpathyPolicy policy)
    {
        var seen = new HashSet<string>();
        foreach (var @event in log)
        {
            if (@event is InteractionReopened)
            {
                seen.Clear();
            }

            Assert.True(
                @event is not CueShown shown || seen.Add(shown.Cue.Cause),
                $"A second cue for one cause: {@event}");
        }
    }

    /// <summary>An alert names a rule or a fact of its own turn that may alert.</summary>
    private static void Alerts(IReadOnlyList<InteractionEvent> log, EmpathyPolicy policy)
    {
        TurnReading? reading = null;
        foreach (var @event in log)
        {
            reading = @event is MessageSaid said ? said.Reading : reading;
            if (@event is CueShown { Cue.Alert: { } alert })
            {
                Assert.True(
                    alert.Source == AlertSource.Rule
                        ? reading!.Rules.Any(r => r.Rule == alert.Id && r.Strength == RuleStrength.Alert)
                        : reading!.EffortFacts.Any(f => f.Cause.ToString() == alert.Id && f.MayAlert),
                    $"Nothing in the turn may raise {alert}.");
            }
        }
    }

    private static void Silence(IReadOnlyList<InteractionEvent> log, EmpathyPolicy policy) =>
        Assert.All(Cues(log), c => Assert.DoesNotContain(c.Cue.Kind, policy.Silenced));

    /// <summary>A cue ends once, and no later than its last turn; none is open after the contact.</summary>
    private static void Endings(IReadOnlyList<InteractionEvent> log, EmpathyPolicy policy)
    {
        var open = new Dictionary<string, Cue>();
        var turn = 0;
        foreach (var @event in log)
        {
            switch (@event)
            {
                case MessageSaid { From: Party.Customer, Reading: not null }:
                    Assert.All(
                        open.Values, c => Assert.True(turn <= c.LastTurn, $"{c.Id} is still open after turn {turn}."));
                    turn++;
                    break;
                case CueShown e:
                    open.Add(e.Cue.Id, e.Cue);
                    Assert.InRange(open.Count, 1, EmpathyLimits.OpenCuesMax);
                    break;
                case CueEnded e:
                    Assert.True(open.Remove(e.Cue), $"{e.Cue} ended twice, or after an answer.");
                    break;
                case CueAnswered e:
                    open.Remove(e.Cue);
                    break;
                case ContactEnded or InteractionAbandoned:
                    Assert.Empty(open);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>
    /// Upwards only on a negative turn, to recovering only after thanks or two calm turns, to calm only from there.
    /// </summary>
    private static void Hysteresis(IReadOnlyList<InteractionEvent> log, EmpathyPolicy policy)
    {
        var (thanks, at) = (false, Trajectory.Calm);
        List<(string Message, bool IsCalm, bool HasAlert)> turns = [];
        foreach (var @event in log)
        {
            if (@event is MessageSaid { From: Party.Customer, Reading: { } reading } said)
            {
                var alerting = reading.Rules.Any(r => r.Strength == RuleStrength.Alert);
                turns.Add((said.MessageId, reading.Negative < 300 && !alerting, alerting));
                thanks = reading.Has(TurnSignal.Thanks);
            }

            if (@event is ReadingRevised revised)
            {
                var turn = turns.FindIndex(t => t.Message == revised.MessageId);
                turns[turn] = turns[turn] with { IsCalm = revised.Reading.Negative < 300 && !turns[turn].HasAlert };
            }

            var calm = turns.AsEnumerable().Reverse().TakeWhile(static t => t.IsCalm).Count();

            if (@event is TrajectoryMoved moved)
            {
                Assert.Equal(at, moved.From);
                Assert.True(
                    moved.To switch
                    {
                        Trajectory.Strained or Trajectory.Upset => calm == 0 && moved.Level >= policy.StrainedFrom,
                        Trajectory.Recovering => calm >= 2 || (calm == 1 && thanks),
                        _ => moved.From == Trajectory.Recovering && moved.Level < policy.StrainedFrom - 100,
                    },
                    $"Nothing moves it so: {moved} after {calm} calm turns.");
                at = moved.To;
            }
        }
    }

    /// <summary>Each opportunity is scored once, by a turn of an agent or the end after one.</summary>
    private static void Opportunities(IReadOnlyList<InteractionEvent> log, EmpathyPolicy policy)
    {
        var scored = new HashSet<string>();
        Assert.All(log.OfType<OpportunityScored>(), o => Assert.True(scored.Add(o.MessageId), $"Scored twice: {o}"));
        foreach (var o in log.OfType<OpportunityScored>())
        {
            var after = log.SkipWhile(e => e is not MessageSaid said || said.MessageId != o.MessageId)
                .TakeWhile(e => e != o);
            Assert.Contains(after, e => e is MessageSaid { From: Party.Agent });
        }
    }

    /// <summary>
    /// A reading is revised once, of one of the last four turns of the customer, in the contact in which it was said.
    /// </summary>
    private static void Revisions(IReadOnlyList<InteractionEvent> log, EmpathyPolicy policy)
    {
        List<string> revisable = [];
        foreach (var @event in log)
        {
            switch (@event)
            {
                case MessageSaid { From: Party.Customer, Reading: not null } said:
                    revisable.Add(said.MessageId);
                    revisable = [.. revisable.TakeLast(4)];
                    break;
                case ReadingRevised e:
                    Assert.True(policy.ExternalModel, "The queue allows no external model.");
                    var at = revisable.IndexOf(e.MessageId);
                    Assert.True(at >= 0, $"{e.MessageId} is not to be revised, or not any more.");
                    revisable[at] = "";
                    break;
                case ContactEnded or InteractionAbandoned:
                    revisable.Clear();
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>What a model outside says is named, comes right after its revision, and never alerts.</summary>
    private static void ExternalModels(IReadOnlyList<InteractionEvent> log, EmpathyPolicy policy)
    {
        ReadingRevised? cause = null;
        foreach (var @event in log)
        {
            cause = @event switch
            {
                ReadingRevised e => e,
                TrajectoryMoved or CueEnded or CueShown => cause,
                _ => null,
            };
            if (@event is CueShown { Cue: var cue })
            {
                Assert.All(cue.Evidence, e => Assert.Equal(cause?.Reading.Name, e.Model));
                Assert.True(cause is null || cue.Alert is null, $"A model raised {cue.Id}.");
            }
        }
    }

    /// <summary>Cues with the number of the customer's turn that they stand at.</summary>
    private static IEnumerable<(int Turn, Cue Cue)> Cues(IReadOnlyList<InteractionEvent> log)
    {
        var turn = 0;
        foreach (var @event in log)
        {
            turn += @event is MessageSaid { From: Party.Customer, Reading: not null } ? 1 : 0;
            if (@event is CueShown shown)
            {
                yield return (turn, shown.Cue);
            }
        }
    }
}
