using System.Globalization;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Queues;

namespace SupportGrid.Domain.Configurations;

/// <summary>
/// The entries of a configuration as lines of text: path inside the entry and value. Two entries mean the same exactly
/// when their lines are the same; order in which an administrator wrote things down, and versions, do not count.
/// </summary>
internal static class ConfigurationText
{
    public static SortedDictionary<string, string> Lines(Skill skill) =>
        Collect([("display-name", skill.DisplayName)]);

    public static SortedDictionary<string, string> Lines(PresenceReason presence) =>
        Collect([("display-name", presence.DisplayName), ("takes-work", presence.TakesWork ? "yes" : "no")]);

    public static SortedDictionary<string, string> Lines(QueuePolicy p) => Collect(
    [
        ("display-name", p.DisplayName),
        ("routing-group", p.RoutingGroup),
        ("matching", Of(p.Matching)),
        .. p.Skills.Select(static s => ($"skills/{s.Skill}", Of(s.MinimumLevel))),
        .. p.Relaxation.SelectMany(static (s, i) => new[]
        {
            ($"relaxation/{i + 1}/after", Of(s.After)),
            ($"relaxation/{i + 1}/lower-levels-by", Of(s.LowerLevelsBy)),
            ($"relaxation/{i + 1}/drop-skills", Set(s.DropSkills)),
        }),
        ("weights/proficiency", Of(p.Weights.Proficiency)),
        ("weights/idle", Of(p.Weights.Idle)),
        ("weights/preferred", Of(p.Weights.Preferred)),
        ("weights/free-capacity", Of(p.Weights.FreeCapacity)),
        ("weights/idle-scale", Of(p.Weights.IdleScale)),
        ("base-priority", Of(p.BasePriority)),
        ("ageing-per-minute", Of(p.AgeingPerMinute)),
        ("target/definition", p.Target.Definition),
        ("target/threshold", Of(p.Target.Threshold)),
        ("target/share", Of(p.Target.Share)),
        ("hours/time-zone", p.Hours.TimeZone),
        ("hours/closed", Of(p.Hours.Closed)),
        .. p.Hours.Spans.GroupBy(static s => s.Day).Select(static g => ($"hours/{Of(g.Key)}", Set(g.Select(Of)))),
        ("offer-timeout", Of(p.OfferTimeout)),
        ("prefer-last-agent-for", Of(p.PreferLastAgentFor)),
        ("prefer-last-agent-within", Of(p.PreferLastAgentWithin)),
        ("wrap-up/mode", Of(p.WrapUp.Mode)),
        ("wrap-up/limit", Of(p.WrapUp.Limit)),
        ("wrap-up/codes", Set(p.WrapUp.Codes)),
        ("short-abandon-after", Of(p.ShortAbandonAfter)),
        ("reopen-within", Of(p.ReopenWithin)),
        .. Lines(p.Empathy ?? EmpathyPolicy.Default),
    ]);

    public static SortedDictionary<string, string> Lines(ChatPolicy chat) => Collect(
    [
        ("queues", Set(chat.Queues)),
        ("origins", Set(chat.Origins)),
        ("title", chat.Title),
        ("greeting", chat.Greeting),
    ]);

    public static SortedDictionary<string, string> Lines(AgentProfile p) => Collect(
    [
        ("display-name", p.DisplayName),
        ("routing-group", p.RoutingGroup),
        ("queues", Set(p.Queues)),
        .. p.Skills.Select(static s => ($"skills/{s.Key}", Of(s.Value))),
        ("capacity/units", Of(p.Capacity.Units)),
        .. p.Capacity.Channels.SelectMany(static c => new[]
        {
            ($"capacity/{Of(c.Key)}/cost", Of(c.Value.Cost)),
            ($"capacity/{Of(c.Key)}/limit", Of(c.Value.Limit)),
            ($"capacity/{Of(c.Key)}/interruptible-by", Set(c.Value.InterruptibleBy.Select(static i => Of(i)))),
        }),
    ]);

    private static IEnumerable<(string Path, string Value)> Lines(EmpathyPolicy p) =>
    [
        ("empathy/cues", p.Cues ? "yes" : "no"),
        ("empathy/turns-per-cue", Of(p.TurnsPerCue)),
        ("empathy/cooldown-turns", Of(p.CooldownTurns)),
        ("empathy/expiry-turns", Of(p.ExpiryTurns)),
        ("empathy/strained-from", Of(p.StrainedFrom / (double)EmpathyLimits.Permille)),
        ("empathy/upset-from", Of(p.UpsetFrom / (double)EmpathyLimits.Permille)),
        ("empathy/show-from", Of(p.ShowFrom / (double)EmpathyLimits.Permille)),
        ("empathy/silenced", Set(p.Silenced.Select(Of))),
        ("empathy/external-model", p.ExternalModel ? "yes" : "no"),
        .. Lines(p.Routing ?? EmpathyRouting.Off),
    ];

    private static IEnumerable<(string Path, string Value)> Lines(EmpathyRouting p) =>
    [
        ("empathy/routing/distress-priority", Of(p.DistressPriority)),
        ("empathy/routing/emotional-load-weight", Of(p.EmotionalLoadWeight)),
        ("empathy/routing/emotional-load-scale", Of(p.EmotionalLoadScale)),
        ("empathy/routing/emotional-load-half-life", Of(p.EmotionalLoadHalfLife)),
    ];

    /// <summary>Enum words as administrators write them: lower case.</summary>
    public static string Of<T>(T word)
        where T : struct, Enum =>
#pragma warning disable CA1308 // Not for comparing: the written form of these words is lower case.
        word.ToString().ToLowerInvariant();
#pragma warning restore CA1308

    private static SortedDictionary<string, string> Collect(IEnumerable<(string Path, string Value)> lines)
    {
        var collected = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, value) in lines)
        {
            // A key that is named twice is told by the rules; here both values show.
            collected[path] = collected.TryGetValue(path, out var other) ? $"{other}, {value}" : value;
        }

        return collected;
    }

    private static string Of(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static string Of(TimeSpan span) => span.ToString("c", CultureInfo.InvariantCulture);

    private static string Of(OpenSpan span) =>
        $"{Of(span.From)}-{(span.To == TimeOnly.MaxValue ? "24:00:00" : Of(span.To))}";

    private static string Of(TimeOnly time) => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Set(IEnumerable<string> words) =>
        string.Join(", ", words.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
