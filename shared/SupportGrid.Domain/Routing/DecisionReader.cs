using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SupportGrid.Domain.Empathy;

namespace SupportGrid.Domain.Routing;

/// <summary>Reads what <see cref="DecisionWriter"/> writes.</summary>
internal static class DecisionReader
{
    public static RoutingDecision Read(JsonElement json)
    {
        var version = json.GetProperty("v").GetInt32();
        if (version != DecisionCodec.Version)
        {
            throw new FormatException($"Decision records of version {version} are not known here.");
        }

        return new(
            Text(json, "offer"),
            Text(json, "agent"),
            Instant(json, "at"),
            Item(json.GetProperty("item")),
            Policy(json.GetProperty("policy")),
            List(json, "candidates", Candidate),
            json.GetProperty("candidatesTotal").GetInt32(),
            List(json, "excluded", static e => new ExcludedAgent(Facts(e.GetProperty("facts")), Reason(e))),
            List(json, "excludedTotals", static e => new ExclusionTotal(Reason(e), e.GetProperty("agents").GetInt32())),
            json.GetProperty("askedAgain").GetBoolean(),
            Codes.Parse<WinReason>(Text(json, "because")),
            json.GetProperty("margin") is { ValueKind: JsonValueKind.Number } margin ? margin.GetDecimal() : null);
    }

    private static DecisionItem Item(JsonElement json) => new(
        Text(json, "interaction"),
        json.GetProperty("version").GetInt64(),
        Text(json, "queue"),
        Codes.Parse<Channel>(Text(json, "channel")),
        Instant(json, "placeSince"),
        Seconds(json, "waitedSeconds"),
        json.GetProperty("priority").GetDouble(),
        json.GetProperty("effectivePriority").GetDecimal(),
        json.GetProperty("relaxationStep").GetInt32(),
        List(json, "skillsAsked", Requirement),
        List(json, "skillsRequired", Requirement),
        json.GetProperty("preferredAgent").GetString(),
        InstantOrNull(json, "preferredUntil"),
        json.GetProperty("onlyAgent").GetString(),
        InstantOrNull(json, "onlyUntil"),
        json.GetProperty("onlyAgentInForce").GetBoolean(),
        List(json, "notAgents", Word),
        json.TryGetProperty("distress", out var distress) ? Distress(distress) : null,
        json.TryGetProperty("distress", out var points) ? points.GetProperty("points").GetDecimal() : 0);

    private static CustomerDistress Distress(JsonElement json) =>
        new(Codes.Parse<Trajectory>(Text(json, "trajectory")), json.GetProperty("factAlert").GetBoolean());

    private static DecisionPolicy Policy(JsonElement json)
    {
        var weights = json.GetProperty("weights");
        return new(
            json.GetProperty("version").GetInt32(),
            Codes.Parse<SkillMatching>(Text(json, "matching")),
            json.GetProperty("ageingPerMinute").GetDouble(),
            List(json, "relaxation", Step),
            new ScoreWeights(
                Proficiency: weights.GetProperty("proficiency").GetDouble(),
                Idle: weights.GetProperty("idle").GetDouble(),
                Preferred: weights.GetProperty("preferred").GetDouble(),
                FreeCapacity: weights.GetProperty("freeCapacity").GetDouble(),
                IdleScale: Seconds(weights, "idleScaleSeconds")),
            json.TryGetProperty("empathy", out var empathy) ? Empathy(empathy) : null);
    }

    private static DecisionEmpathy Empathy(JsonElement json) => new(
        json.GetProperty("distressPriority").GetDouble(),
        json.GetProperty("emotionalLoadWeight").GetDouble(),
        Seconds(json, "emotionalLoadScaleSeconds"));

    private static RelaxationStep Step(JsonElement json) => new(
        Seconds(json, "afterSeconds"), json.GetProperty("lowerLevelsBy").GetDouble(), List(json, "dropSkills", Word));

    private static SkillRequirement Requirement(JsonElement json) =>
        new(Text(json, "skill"), json.GetProperty("minimumLevel").GetDouble());

    private static RankedCandidate Candidate(JsonElement json) => new(
        Facts(json.GetProperty("facts")), List(json, "terms", Term), json.GetProperty("score").GetDecimal());

    private static ScoreTerm Term(JsonElement json) => new(
        Codes.Parse<ScoreTermName>(Text(json, "name")),
        json.GetProperty("raw").GetDecimal(),
        json.GetProperty("scaled").GetDecimal(),
        json.GetProperty("weight").GetDecimal(),
        json.GetProperty("points").GetDecimal());

    private static ExclusionReason Reason(JsonElement json) => Codes.Parse<ExclusionReason>(Text(json, "reason"));

    private static AgentFacts Facts(JsonElement json) => new(
        Text(json, "agent"),
        Text(json, "name"),
        json.GetProperty("version").GetInt64(),
        json.GetProperty("profileVersion").GetInt32(),
        json.GetProperty("inQueue").GetBoolean(),
        json.GetProperty("routable").GetBoolean(),
        json.GetProperty("whyNot").GetString(),
        json.GetProperty("servesChannel").GetBoolean(),
        json.GetProperty("fits").GetBoolean(),
        json.GetProperty("fitsUnreserved").GetBoolean(),
        json.GetProperty("unitsTaken").GetInt32(),
        json.GetProperty("units").GetInt32(),
        List(json, "levels", static e => new SkillLevel(Text(e, "skill"), e.GetProperty("level").GetDouble())),
        Instant(json, "idleSince"),
        json.GetProperty("preferred").GetBoolean(),
        json.GetProperty("rejected").GetInt32(),
        json.TryGetProperty("emotionalLoad", out var load) ? load.GetInt32() : null);

    private static string Word(JsonElement json) => json.GetString() ?? throw new FormatException("null is no word.");

    private static string Text(JsonElement json, string name) =>
        json.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' is null.");

    private static DateTimeOffset Instant(JsonElement json, string name) =>
        InstantOrNull(json, name) ?? throw new FormatException($"'{name}' is null.");

    private static DateTimeOffset? InstantOrNull(JsonElement json, string name) =>
        json.GetProperty(name).GetString() is { } text
            ? DateTimeOffset.ParseExact(
                text, DecisionWriter.InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            : null;

    private static TimeSpan Seconds(JsonElement json, string name) =>
        TimeSpan.FromTicks((long)(json.GetProperty(name).GetDecimal() * TimeSpan.TicksPerSecond));

    private static ImmutableArray<T> List<T>(JsonElement json, string name, Func<JsonElement, T> read)
    {
        var array = json.GetProperty(name);
        var list = ImmutableArray.CreateBuilder<T>(array.GetArrayLength());
        foreach (var element in array.EnumerateArray())
        {
            list.Add(read(element));
        }

        return list.MoveToImmutable();
    }
}
