using System.Globalization;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Configurations;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Queues;
using SupportGrid.Gateway.Admin.Yaml;

namespace SupportGrid.Gateway.Admin;

/// <summary>Writes a configuration: every key, also where it has its default, always in the same order.</summary>
internal static class ConfigurationYamlWriter
{
    public static string Write(Configuration configuration)
    {
        var text = new YamlText();
        Section(text, "skills", configuration.Skills, (key, skill) => text.Line(
            1, key, YamlText.Map([("display-name", YamlText.Quoted(skill.DisplayName))])));
        Section(text, "presences", configuration.Presences, (key, presence) => text.Line(1, key, YamlText.Map(
        [
            ("display-name", YamlText.Quoted(presence.DisplayName)),
            ("takes-work", presence.TakesWork ? "true" : "false"),
        ])));
        Section(text, "queues", configuration.Queues, (key, policy) => Write(text, key, policy));
        Section(text, "agents", configuration.Agents, (key, profile) => Write(text, key, profile));
        ConfigurationYamlChat.Write(text, configuration.Chat);
        return text.ToString();
    }

    private static void Section<T>(
        YamlText text, string name, IReadOnlyDictionary<string, T> entries, Action<string, T> write)
    {
        if (entries.Count == 0)
        {
            text.Line(0, name, "{}");
            return;
        }

        text.Open(0, name);
        foreach (var (key, entry) in entries)
        {
            write(key, entry);
        }
    }

    private static void Write(YamlText text, string key, QueuePolicy p)
    {
        text.Open(1, key);
        text.Line(2, "display-name", YamlText.Quoted(p.DisplayName));
        text.Line(2, "routing-group", YamlText.Quoted(p.RoutingGroup));
        text.Line(2, "skills", YamlText.Map(p.Skills.Select(s => (s.Skill, YamlText.Number(s.MinimumLevel)))));
        text.Line(2, "matching", YamlWords.Of(p.Matching));
        WriteRelaxation(text, p);
        text.Line(2, "weights", YamlText.Map(
        [
            ("proficiency", YamlText.Number(p.Weights.Proficiency)),
            ("idle", YamlText.Number(p.Weights.Idle)),
            ("preferred", YamlText.Number(p.Weights.Preferred)),
            ("free-capacity", YamlText.Number(p.Weights.FreeCapacity)),
            ("idle-scale", YamlDuration.Format(p.Weights.IdleScale)),
        ]));
        text.Line(2, "base-priority", YamlText.Number(p.BasePriority));
        text.Line(2, "ageing-per-minute", YamlText.Number(p.AgeingPerMinute));
        text.Line(2, "target", YamlText.Map(
        [
            ("definition", YamlText.Quoted(p.Target.Definition)),
            ("threshold", YamlDuration.Format(p.Target.Threshold)),
            ("share", YamlText.Number(p.Target.Share)),
        ]));
        WriteHours(text, p.Hours);
        text.Line(2, "offer-timeout", YamlDuration.Format(p.OfferTimeout));
        text.Line(2, "prefer-last-agent-for", YamlDuration.Format(p.PreferLastAgentFor));
        text.Line(2, "prefer-last-agent-within", YamlDuration.Format(p.PreferLastAgentWithin));
        text.Line(2, "wrap-up", YamlText.Map(
        [
            ("mode", YamlWords.Of(p.WrapUp.Mode)),
            ("limit", YamlDuration.Format(p.WrapUp.Limit)),
            ("codes", YamlText.List(p.WrapUp.Codes)),
        ]));
        text.Line(2, "short-abandon-after", YamlDuration.Format(p.ShortAbandonAfter));
        text.Line(2, "reopen-within", YamlDuration.Format(p.ReopenWithin));
        ConfigurationYamlEmpathy.Write(text, p.Empathy ?? EmpathyPolicy.Default);
    }

    private static void WriteRelaxation(YamlText text, QueuePolicy policy)
    {
        if (policy.Relaxation.IsEmpty)
        {
            text.Line(2, "relaxation", "[]");
            return;
        }

        text.Open(2, "relaxation");
        foreach (var step in policy.Relaxation)
        {
            text.Item(3, YamlText.Map(
            [
                ("after", YamlDuration.Format(step.After)),
                ("lower-levels-by", YamlText.Number(step.LowerLevelsBy)),
                ("drop-skills", YamlText.List(step.DropSkills)),
            ]));
        }
    }

    private static void WriteHours(YamlText text, OpeningHours hours)
    {
        text.Open(2, "hours");
        text.Line(3, "time-zone", YamlText.Quoted(hours.TimeZone));
        text.Line(3, "closed", YamlWords.Of(hours.Closed));
        foreach (var day in Enum.GetValues<DayOfWeek>())
        {
            var spans = hours.Spans.Where(s => s.Day == day).ToList();
            if (spans.Count > 0)
            {
                text.Line(3, YamlWords.Of(day), YamlText.List(spans.Select(s => OpenTimes.Format(s.From, s.To))));
            }
        }
    }

    private static void Write(YamlText text, string key, AgentProfile p)
    {
        text.Open(1, key);
        text.Line(2, "display-name", YamlText.Quoted(p.DisplayName));
        text.Line(2, "routing-group", YamlText.Quoted(p.RoutingGroup));
        text.Line(2, "queues", YamlText.List(p.Queues));
        text.Line(2, "skills", YamlText.Map(p.Skills.Select(s => (s.Key, YamlText.Number(s.Value)))));
        text.Open(2, "capacity");
        text.Line(3, "units", p.Capacity.Units.ToString(CultureInfo.InvariantCulture));
        foreach (var (channel, rule) in p.Capacity.Channels)
        {
            text.Line(3, YamlWords.Of(channel), YamlText.Map(
            [
                ("cost", rule.Cost.ToString(CultureInfo.InvariantCulture)),
                ("limit", rule.Limit.ToString(CultureInfo.InvariantCulture)),
                ("interruptible-by", YamlText.List(rule.InterruptibleBy.Select(YamlWords.Of))),
            ]));
        }
    }
}
