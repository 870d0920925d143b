using SupportGrid.Domain.Empathy;
using SupportGrid.Gateway.Admin.Yaml;

namespace SupportGrid.Gateway.Admin;

/// <summary>Reads and writes how a queue uses cues. Shares are written 0 to 1 and kept to three digits.</summary>
internal static class ConfigurationYamlEmpathy
{
    public static EmpathyPolicy Read(YamlPlace place)
    {
        place.AsMapping().Only(
            "cues", "turns-per-cue", "cooldown-turns", "expiry-turns", "strained-from", "upset-from",
                "show-from", "silenced", "external-model", "routing");
        var absent = EmpathyPolicy.Default;
        return new EmpathyPolicy(
            place.Field("cues").Flag(absent.Cues),
            place.Field("turns-per-cue").Whole(absent.TurnsPerCue),
            place.Field("cooldown-turns").Whole(absent.CooldownTurns),
            place.Field("expiry-turns").Whole(absent.ExpiryTurns),
            Permille(place.Field("strained-from"), absent.StrainedFrom),
            Permille(place.Field("upset-from"), absent.UpsetFrom),
            Permille(place.Field("show-from"), absent.ShowFrom),
            [.. place.Field("silenced").Items().Select(static i => i.Word(CueKind.Distress)).Order()],
            place.Field("external-model").Flag(absent.ExternalModel),
            Routing(place.Field("routing")));
    }

    public static void Write(YamlText text, EmpathyPolicy p)
    {
        text.Open(2, "empathy");
        text.Line(3, "cues", p.Cues ? "true" : "false");
        text.Line(3, "turns-per-cue", YamlText.Number(p.TurnsPerCue));
        text.Line(3, "cooldown-turns", YamlText.Number(p.CooldownTurns));
        text.Line(3, "expiry-turns", YamlText.Number(p.ExpiryTurns));
        text.Line(3, "strained-from", Share(p.StrainedFrom));
        text.Line(3, "upset-from", Share(p.UpsetFrom));
        text.Line(3, "show-from", Share(p.ShowFrom));
        text.Line(3, "silenced", YamlText.List(p.Silenced.Select(YamlWords.Of)));
        text.Line(3, "external-model", p.ExternalModel ? "true" : "false");
        var routing = p.Routing ?? EmpathyRouting.Off;
        text.Line(3, "routing", YamlText.Map(
        [
            ("distress-priority", YamlText.Number(routing.DistressPriority)),
            ("emotional-load-weight", YamlText.Number(routing.EmotionalLoadWeight)),
            ("emotional-load-scale", YamlDuration.Format(routing.EmotionalLoadScale)),
            ("emotional-load-half-life", YamlDuration.Format(routing.EmotionalLoadHalfLife)),
        ]));
    }

    /// <summary>
    /// Null for what is the same as nothing, so that writing it out and reading it again changes nothing.
    /// </summary>
    private static EmpathyRouting? Routing(YamlPlace place)
    {
        place.AsMapping().Only(
            "distress-priority", "emotional-load-weight", "emotional-load-scale", "emotional-load-half-life");
        var off = EmpathyRouting.Off;
        var routing = new EmpathyRouting(
            place.Field("distress-priority").Number(off.DistressPriority),
            place.Field("emotional-load-weight").Number(off.EmotionalLoadWeight),
            place.Field("emotional-load-scale").Span(off.EmotionalLoadScale),
            place.Field("emotional-load-half-life").Span(off.EmotionalLoadHalfLife));
        return routing == off ? null : routing;
    }

    private static string Share(int permille) => YamlText.Number(permille / (double)EmpathyLimits.Permille);

    /// <summary>What lies outside of 0 to 1 stays outside, so that the rules name it.</summary>
    private static int Permille(YamlPlace place, int absent) => (int)Math.Round(
        Math.Clamp(place.Number(absent / (double)EmpathyLimits.Permille), -1, 2) * EmpathyLimits.Permille);
}
