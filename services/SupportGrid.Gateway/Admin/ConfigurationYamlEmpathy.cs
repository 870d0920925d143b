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
                "show-from", "silenced", "external-model");
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
            place.Field("external-model").Flag(absent.ExternalModel));
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
    }

    private static string Share(int permille) => YamlText.Number(permille / (double)EmpathyLimits.Permille);

    /// <summary>What lies outside of 0 to 1 stays outside, so that the rules name it.</summary>
    private static int Permille(YamlPlace place, int absent) => (int)Math.Round(
        Math.Clamp(place.Number(absent / (double)EmpathyLimits.Permille), -1, 2) * EmpathyLimits.Permille);
}
