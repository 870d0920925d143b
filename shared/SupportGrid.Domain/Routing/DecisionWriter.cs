using System.Globalization;
using System.Text.Json;

namespace SupportGrid.Domain.Routing;

/// <summary>
/// Writes the parts of a decision record; the order of the lines is the order of the properties. What belongs to a term
/// of empathy is written only where that term is on, so that all other records are as they were before there were any.
/// </summary>
internal static class DecisionWriter
{
    /// <summary>UTC with ticks: the one form of an instant.</summary>
    public const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    public static void Write(Utf8JsonWriter json, RoutingDecision decision)
    {
        json.WriteStartObject();
        json.WriteNumber("v", DecisionCodec.Version);
        json.WriteString("offer", decision.Offer);
        json.WriteString("agent", decision.Agent);
        Instant(json, "at", decision.At);
        json.WritePropertyName("item");
        Item(json, decision.Item);
        json.WritePropertyName("policy");
        Policy(json, decision.Policy);
        List(json, "candidates", decision.Candidates, Candidate);
        json.WriteNumber("candidatesTotal", decision.CandidatesTotal);
        List(json, "excluded", decision.Excluded, Excluded);
        List(json, "excludedTotals", decision.ExcludedTotals, Total);
        json.WriteBoolean("askedAgain", decision.AskedAgain);
        json.WriteString("because", Codes.Of(decision.Because));
        Number(json, "margin", decision.Margin);
        json.WriteEndObject();
    }

    private static void Item(Utf8JsonWriter json, DecisionItem item)
    {
        json.WriteStartObject();
        json.WriteString("interaction", item.Interaction);
        json.WriteNumber("version", item.Version);
        json.WriteString("queue", item.Queue);
        json.WriteString("channel", Codes.Of(item.Channel));
        Instant(json, "placeSince", item.PlaceSince);
        Seconds(json, "waitedSeconds", item.Waited);
        json.WriteNumber("priority", item.Priority);
        Number(json, "effectivePriority", item.EffectivePriority);
        json.WriteNumber("relaxationStep", item.RelaxationStep);
        List(json, "skillsAsked", item.SkillsAsked, Requirement);
        List(json, "skillsRequired", item.SkillsRequired, Requirement);
        json.WriteString("preferredAgent", item.PreferredAgent);
        Instant(json, "preferredUntil", item.PreferredUntil);
        json.WriteString("onlyAgent", item.OnlyAgent);
        Instant(json, "onlyUntil", item.OnlyUntil);
        json.WriteBoolean("onlyAgentInForce", item.OnlyAgentInForce);
        List(json, "notAgents", item.NotAgents, static (j, agent) => j.WriteStringValue(agent));
        if (item.Distress is { } distress)
        {
            json.WriteStartObject("distress");
            json.WriteString("trajectory", Codes.Of(distress.Trajectory));
            json.WriteBoolean("factAlert", distress.FactAlert);
            Number(json, "points", item.DistressPoints);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Policy(Utf8JsonWriter json, DecisionPolicy policy)
    {
        json.WriteStartObject();
        json.WriteNumber("version", policy.Version);
        json.WriteString("matching", Codes.Of(policy.Matching));
        json.WriteNumber("ageingPerMinute", policy.AgeingPerMinute);
        List(json, "relaxation", policy.Relaxation, Step);
        json.WriteStartObject("weights");
        json.WriteNumber("preferred", policy.Weights.Preferred);
        json.WriteNumber("proficiency", policy.Weights.Proficiency);
        json.WriteNumber("idle", policy.Weights.Idle);
        Seconds(json, "idleScaleSeconds", policy.Weights.IdleScale);
        json.WriteNumber("freeCapacity", policy.Weights.FreeCapacity);
        json.WriteEndObject();
        if (policy.Empathy is { } empathy)
        {
            json.WriteStartObject("empathy");
            json.WriteNumber("distressPriority", empathy.DistressPriority);
            json.WriteNumber("emotionalLoadWeight", empathy.EmotionalLoadWeight);
            Seconds(json, "emotionalLoadScaleSeconds", empathy.EmotionalLoadScale);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Step(Utf8JsonWriter json, RelaxationStep step)
    {
        json.WriteStartObject();
        Seconds(json, "afterSeconds", step.After);
        json.WriteNumber("lowerLevelsBy", step.LowerLevelsBy);
        List(json, "dropSkills", step.DropSkills, static (j, skill) => j.WriteStringValue(skill));
        json.WriteEndObject();
    }

    private static void Requirement(Utf8JsonWriter json, SkillRequirement skill)
    {
        json.WriteStartObject();
        json.WriteString("skill", skill.Skill);
        json.WriteNumber("minimumLevel", skill.MinimumLevel);
        json.WriteEndObject();
    }

    private static void Candidate(Utf8JsonWriter json, RankedCandidate candidate)
    {
        json.WriteStartObject();
        json.WritePropertyName("facts");
        Facts(json, candidate.Facts);
        List(json, "terms", candidate.Terms, Term);
        Number(json, "score", candidate.Score);
        json.WriteEndObject();
    }

    private static void Term(Utf8JsonWriter json, ScoreTerm term)
    {
        json.WriteStartObject();
        json.WriteString("name", Codes.Of(term.Name));
        Number(json, "raw", term.Raw);
        Number(json, "scaled", term.Scaled);
        Number(json, "weight", term.Weight);
        Number(json, "points", term.Points);
        json.WriteEndObject();
    }

    private static void Excluded(Utf8JsonWriter json, ExcludedAgent excluded)
    {
        json.WriteStartObject();
        json.WriteString("reason", Codes.Of(excluded.Reason));
        json.WritePropertyName("facts");
        Facts(json, excluded.Facts);
        json.WriteEndObject();
    }

    private static void Total(Utf8JsonWriter json, ExclusionTotal total)
    {
        json.WriteStartObject();
        json.WriteString("reason", Codes.Of(total.Reason));
        json.WriteNumber("agents", total.Agents);
        json.WriteEndObject();
    }

    private static void Facts(Utf8JsonWriter json, AgentFacts facts)
    {
        json.WriteStartObject();
        json.WriteString("agent", facts.Agent);
        json.WriteString("name", facts.DisplayName);
        json.WriteNumber("version", facts.Version);
        json.WriteNumber("profileVersion", facts.ProfileVersion);
        json.WriteBoolean("inQueue", facts.InQueue);
        json.WriteBoolean("routable", facts.Routable);
        json.WriteString("whyNot", facts.WhyNot);
        json.WriteBoolean("servesChannel", facts.ServesChannel);
        json.WriteBoolean("fits", facts.Fits);
        json.WriteBoolean("fitsUnreserved", facts.FitsUnreserved);
        json.WriteNumber("unitsTaken", facts.UnitsTaken);
        json.WriteNumber("units", facts.Units);
        List(json, "levels", facts.Levels, Level);
        Instant(json, "idleSince", facts.IdleSince);
        json.WriteBoolean("preferred", facts.Preferred);
        json.WriteNumber("rejected", facts.Rejected);
        if (facts.EmotionalLoad is { } load)
        {
            json.WriteNumber("emotionalLoad", load);
        }

        json.WriteEndObject();
    }

    private static void Level(Utf8JsonWriter json, SkillLevel level)
    {
        json.WriteStartObject();
        json.WriteString("skill", level.Skill);
        json.WriteNumber("level", level.Level);
        json.WriteEndObject();
    }

    private static void List<T>(
        Utf8JsonWriter json, string name, IEnumerable<T> values, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            write(json, value);
        }

        json.WriteEndArray();
    }

    private static void Instant(Utf8JsonWriter json, string name, DateTimeOffset? instant) =>
        json.WriteString(name, instant?.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture));

    private static void Seconds(Utf8JsonWriter json, string name, TimeSpan span) =>
        Number(json, name, span.Ticks / (decimal)TimeSpan.TicksPerSecond);

    private static void Number(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, Fixed.Plain(number));
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
