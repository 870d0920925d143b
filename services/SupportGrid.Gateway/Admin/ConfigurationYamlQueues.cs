using System.Collections.Immutable;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Routing;
using SupportGrid.Gateway.Admin.Yaml;
using Defaults = SupportGrid.Gateway.Admin.ConfigurationYamlDefaults;

namespace SupportGrid.Gateway.Admin;

/// <summary>Reads the policy of a queue.</summary>
internal static class ConfigurationYamlQueues
{
    public static QueuePolicy Read(string key, YamlPlace place)
    {
        place.AsMapping().Only(
            "display-name", "routing-group", "skills", "matching", "relaxation", "weights", "base-priority",
            "ageing-per-minute", "target", "hours", "offer-timeout", "prefer-last-agent-for",
            "prefer-last-agent-within", "wrap-up", "short-abandon-after", "reopen-within", "empathy");
        return new QueuePolicy(
            0,
            key,
            place.Field("display-name").Text(key),
            place.Field("routing-group").Text(Defaults.RoutingGroup),
            Skills(place.Field("skills")),
            place.Field("matching").Word(SkillMatching.All),
            [.. place.Field("relaxation").Items().Select(Step)],
            Weights(place.Field("weights")),
            place.Field("base-priority").Number(0),
            place.Field("ageing-per-minute").Number(Defaults.AgeingPerMinute),
            Target(place.Field("target")),
            Hours(place.Field("hours")),
            place.Field("offer-timeout").Span(Defaults.OfferTimeout),
            place.Field("prefer-last-agent-for").Span(Defaults.PreferLastAgentFor),
            place.Field("prefer-last-agent-within").Span(Defaults.PreferLastAgentWithin),
            WrapUp(place.Field("wrap-up")),
            place.Field("short-abandon-after").Span(Defaults.ShortAbandonAfter),
            place.Field("reopen-within").Span(Defaults.ReopenWithin),
            ConfigurationYamlEmpathy.Read(place.Field("empathy")));
    }

    private static ImmutableArray<SkillRequirement> Skills(YamlPlace place) =>
        [.. place.AsMapping().Fields().Select(f => new SkillRequirement(f.Key, f.Place.Number(0)))];

    private static RelaxationStep Step(YamlPlace place)
    {
        place.AsMapping().Only("after", "lower-levels-by", "drop-skills");
        return new RelaxationStep(
            place.Field("after").Span(TimeSpan.Zero),
            place.Field("lower-levels-by").Number(0),
            [.. place.Field("drop-skills").Items().Select(i => i.Text(""))]);
    }

    private static ScoreWeights Weights(YamlPlace place)
    {
        place.AsMapping().Only("proficiency", "idle", "preferred", "free-capacity", "idle-scale");
        var absent = ScoreWeights.Default;
        return new ScoreWeights(
            place.Field("proficiency").Number(absent.Proficiency),
            place.Field("idle").Number(absent.Idle),
            place.Field("preferred").Number(absent.Preferred),
            place.Field("free-capacity").Number(absent.FreeCapacity),
            place.Field("idle-scale").Span(absent.IdleScale));
    }

    private static ServiceTarget Target(YamlPlace place)
    {
        place.AsMapping().Only("definition", "threshold", "share");
        var absent = ServiceTarget.Default;
        return new ServiceTarget(
            place.Field("definition").Text(absent.Definition),
            place.Field("threshold").Span(absent.Threshold),
            place.Field("share").Number(absent.Share));
    }

    private static WrapUpPolicy WrapUp(YamlPlace place)
    {
        place.AsMapping().Only("mode", "limit", "codes");
        var absent = WrapUpPolicy.Default;
        return new WrapUpPolicy(
            place.Field("mode").Word(absent.Mode),
            place.Field("limit").Span(absent.Limit),
            [.. place.Field("codes").Items().Select(i => i.Text(""))]);
    }

    private static OpeningHours Hours(YamlPlace place)
    {
        place.AsMapping().Only(["time-zone", "closed", .. YamlWords.Of<DayOfWeek>()]);
        var absent = OpeningHours.Always;
        return new OpeningHours(
            place.Field("time-zone").Text(absent.TimeZone),
            [.. Enum.GetValues<DayOfWeek>().SelectMany(day => Spans(day, place.Field(YamlWords.Of(day))))],
            place.Field("closed").Word(absent.Closed));
    }

    private static IEnumerable<OpenSpan> Spans(DayOfWeek day, YamlPlace place) => place.Items().Select(item =>
    {
        if (OpenTimes.Parse(item.Text("")) is { } times)
        {
            return new OpenSpan(day, times.From, times.To);
        }

        item.Note("must be a span such as 08:00-12:30 or 13:00-24:00");
        return new OpenSpan(day, TimeOnly.MinValue, TimeOnly.MaxValue);
    });
}
