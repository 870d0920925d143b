using System.Collections.Immutable;

namespace SupportGrid.Empathy.Friction;

/// <summary>How hard a conversation is for the customer, from facts alone.</summary>
/// <param name="Effort">0 none to 1: what is left when every cause takes its part of the ease.</param>
/// <param name="Cues">The strongest first.</param>
public sealed record FrictionReading(double Effort, ImmutableArray<FrictionCue> Cues)
{
    /// <summary>From here on the effort is worth a supervisor's look.</summary>
    public const double High = .6;

    /// <summary>
    /// Weighs the facts. The weights are a published rule, not learnt: no open set has these facts. Hold them against
    /// your own survey scores before you act on them.
    /// </summary>
    public static FrictionReading Of(in FrictionFacts facts)
    {
        var cues = ImmutableArray.CreateBuilder<FrictionCue>();
        var more = Math.Max(0, facts.ContactsIn30Days - facts.ContactsIn7Days);
        Add(
            FrictionCause.RepeatedContacts,
            Growing((2 * facts.ContactsIn7Days) + more, .12),
            facts.ContactsIn30Days,
            facts.ContactsIn7Days >= 2);
        Add(FrictionCause.Reopened, Growing(facts.Reopenings, .25), facts.Reopenings, facts.Reopenings >= 2);
        Add(FrictionCause.Transferred, Growing(facts.Transfers, .2), facts.Transfers, facts.Transfers >= 2);
        Add(FrictionCause.SwitchedChannel, Growing(facts.ChannelSwitches, .15), facts.ChannelSwitches, false);
        Add(
            FrictionCause.AskedWhoAgain, Growing(facts.RepeatedIdentityQuestions, .15), facts.RepeatedIdentityQuestions, false);
        Add(FrictionCause.Restates, Growing(facts.Restatements, .2), facts.Restatements, facts.Restatements >= 2);
        Add(
            FrictionCause.QuestionUnanswered,
            Growing(facts.UnansweredQuestions, .15),
            facts.UnansweredQuestions,
            facts.UnansweredQuestions >= 3);
        Add(FrictionCause.SlowReply, facts.ReplyLatencyPercentile >= .9 ? .2 : 0, facts.ReplyLatencyPercentile, false);
        Add(
            FrictionCause.LongSilence, Silence(facts.Silence), facts.Silence.TotalSeconds, facts.Silence >= TimeSpan.FromMinutes(5));
        Add(FrictionCause.AgentMonologue, facts.AgentShare > .85 ? .1 : 0, facts.AgentShare, false);
        Add(
            FrictionCause.SameAnswerAgain, Growing(facts.RepeatedAnswers, .25), facts.RepeatedAnswers, facts.RepeatedAnswers >= 2);
        Add(FrictionCause.AskedForHuman, facts.AskedForHuman ? .35 : 0, 1, true);
        Add(FrictionCause.AskedForManager, facts.AskedForManager ? .45 : 0, 1, true);
        Add(FrictionCause.AskedForRefund, facts.AskedForRefund ? .2 : 0, 1, false);
        Add(FrictionCause.NamedRegulator, facts.NamedRegulator ? .5 : 0, 1, true);

        var ease = 1.0;
        foreach (var cue in cues)
        {
            ease *= 1 - cue.Strength;
        }

        cues.Sort(static (a, b) => b.Strength.CompareTo(a.Strength) is not 0 and var order
            ? order
            : a.Cause.CompareTo(b.Cause));
        return new FrictionReading(1 - ease, cues.ToImmutable());

        void Add(FrictionCause cause, double strength, double amount, bool mayAlert)
        {
            if (strength > 0)
            {
                cues.Add(new FrictionCue(cause, strength, amount, mayAlert));
            }
        }
    }

    /// <summary>Each time takes the same part of what is left; never all of it.</summary>
    private static double Growing(int times, double each) =>
        times <= 0 ? 0 : Math.Min(.9, 1 - Math.Pow(1 - each, times));

    private static double Silence(TimeSpan silence) => silence.TotalSeconds switch
    {
        < 60 => 0,
        < 180 => .1,
        < 300 => .2,
        _ => .3,
    };
}
