using System.Globalization;
using System.Text;
using SupportGrid.Domain.Empathy;

namespace SupportGrid.Domain.Routing;

/// <summary>A decision in plain English, for the agent who is asked and the supervisor who wonders.</summary>
public static class DecisionSentences
{
    private const int NamedMax = 4;

    /// <summary>
    /// Why the winner was asked, who would have been next, and who was not considered and why: such as "Offered to Ana
    /// because Ana has been free longest (12 min). Ben was not considered: at capacity."
    /// </summary>
    public static string Explain(RoutingDecision decision)
    {
        if (decision.Candidates.IsEmpty)
        {
            return "Nobody could be asked.";
        }

        var text = new StringBuilder(Winner(decision)).Append(Distress(decision.Item));
        if (decision.Candidates.Length > 1)
        {
            text.Append(CultureInfo.InvariantCulture, $" Next would have been {NameOf(decision.Candidates[1].Facts)}");
            text.Append(decision.Margin > 0 ? $", {Points(decision.Margin.Value)} behind." : ".");
        }

        foreach (var excluded in decision.Excluded.Take(NamedMax))
        {
            text.Append(CultureInfo.InvariantCulture, $" {NameOf(excluded.Facts)} was not considered: ");
            text.Append(Reason(excluded.Reason, excluded.Facts.WhyNot)).Append('.');
        }

        return text.Append(Others(decision)).ToString();
    }

    /// <summary>A reason as the end of a sentence.</summary>
    public static string Reason(ExclusionReason reason, string? whyNot) => reason switch
    {
        ExclusionReason.OnlyAgent => "it was transferred to somebody else",
        ExclusionReason.NotInQueue => "does not serve this queue",
        ExclusionReason.ChannelNotServed => "does not serve this channel",
        ExclusionReason.SkillMissing => "lacks a required skill",
        ExclusionReason.SkillLevel => "is below a required skill level",
        ExclusionReason.NotRoutable => string.IsNullOrEmpty(whyNot) ? "not taking work" : $"not taking work ({whyNot})",
        ExclusionReason.Capacity => "at capacity",
        ExclusionReason.Reserved => "another offer is under way",
        _ => "was asked before and did not take it",
    };

    internal static string NameOf(AgentFacts facts) =>
        string.IsNullOrWhiteSpace(facts.DisplayName) ? facts.Agent : facts.DisplayName;

    private static string Winner(RoutingDecision decision)
    {
        var winner = decision.Candidates[0];
        var name = NameOf(winner.Facts);
        var again = decision.AskedAgain ? "Offered again, because nobody else can take it, to" : "Offered to";
        return decision.Because switch
        {
            WinReason.OnlyCandidate => $"{again} {name}, the only one who could be asked.",
            WinReason.OnlyAgent => $"{again} {name}, to whom it was transferred.",
            WinReason.Preferred => $"{again} {name} because {name} is the one this customer had last.",
            WinReason.Proficiency =>
                $"{again} {name} because {name} has the best skills for it ({Level(winner)} of 5 on average).",
            WinReason.Idle => $"{again} {name} because {name} has been free longest ({Idle(decision)}).",
            WinReason.FreeCapacity => $"{again} {name} because {name} has the most room left.",
            WinReason.EmotionalLoad =>
                $"{again} {name} because {name} has had fewer hard conversations lately.",
            WinReason.TieIdle => $"{again} {name}: equal points, and {name} has been free longer ({Idle(decision)}).",
            _ => $"{again} {name}: equal in everything, so the order of agents' ids decided.",
        };
    }

    private static string Distress(DecisionItem item) => item is { Distress: { } distress, DistressPoints: > 0 }
        ? $" It came {Points(item.DistressPoints)} earlier in the line because {Fares(distress)}."
        : string.Empty;

    private static string Fares(CustomerDistress distress) => distress switch
    {
        { Trajectory: Trajectory.Upset } => "the customer is upset",
        { FactAlert: true } => "it has cost the customer much effort",
        _ => "the customer is strained",
    };

    private static string Others(RoutingDecision decision)
    {
        var named = decision.Excluded.Take(NamedMax).CountBy(static e => e.Reason).ToDictionary();
        var rest = decision.ExcludedTotals
            .Select(total => (total.Reason, Agents: total.Agents - named.GetValueOrDefault(total.Reason)))
            .Where(static total => total.Agents > 0)
            .Select(static total => string.Create(
                CultureInfo.InvariantCulture, $"{total.Agents} {Plural(total.Reason)}"))
            .ToList();
        return rest.Count == 0 ? string.Empty : $" Not considered either: {string.Join(", ", rest)}.";
    }

    private static string Plural(ExclusionReason reason) => reason switch
    {
        ExclusionReason.OnlyAgent => "because it was transferred to one agent",
        ExclusionReason.NotInQueue => "not serving this queue",
        ExclusionReason.ChannelNotServed => "not serving this channel",
        ExclusionReason.SkillMissing => "without a required skill",
        ExclusionReason.SkillLevel => "below a required skill level",
        ExclusionReason.NotRoutable => "not taking work",
        ExclusionReason.Capacity => "at capacity",
        ExclusionReason.Reserved => "with another offer under way",
        _ => "asked before",
    };

    private static string Level(RankedCandidate candidate) => candidate.Terms
        .First(static term => term.Name == ScoreTermName.Proficiency)
        .Raw.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Points(decimal points) => points < 0.01m
        ? "less than 0.01 points"
        : string.Create(CultureInfo.InvariantCulture, $"{points:0.##} points");

    private static string Idle(RoutingDecision decision)
    {
        var idle = decision.At - decision.Candidates[0].Facts.IdleSince;
        return idle switch
        {
            { TotalSeconds: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, idle.Seconds)} s"),
            { TotalMinutes: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{idle.Minutes} min"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{(long)idle.TotalHours} h {idle.Minutes} min"),
        };
    }
}
