using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Routing;
using static SupportGrid.Domain.Configurations.ConfigurationLimits;

namespace SupportGrid.Domain.Configurations;

/// <summary>What a queue's policy must satisfy.</summary>
internal static class QueueRules
{
    public static void Check(string key, QueuePolicy policy, Configuration wanted, Problems problems)
    {
        var path = $"queues/{key}";
        problems.CheckEntry(path, key, policy.Queue, policy.DisplayName);
        problems.CheckKey($"{path}/routing-group", policy.RoutingGroup);
        problems.Unless(Enum.IsDefined(policy.Matching), $"{path}/matching", "It is all, best or disregard.");
        CheckSkills($"{path}/skills", policy, wanted, problems);
        CheckRelaxation($"{path}/relaxation", policy, wanted, problems);
        CheckScores(path, policy, problems);
        CheckTarget($"{path}/target", policy.Target, problems);
        CheckHours($"{path}/hours", policy.Hours, problems);
        CheckWrapUp($"{path}/wrap-up", policy.WrapUp, problems);
        CheckTimes(path, policy, problems);
        CheckEmpathy($"{path}/empathy", policy.Empathy ?? EmpathyPolicy.Default, problems);
        CheckEmpathyRouting($"{path}/empathy/routing", policy, problems);
    }

    private static void CheckSkills(string path, QueuePolicy policy, Configuration wanted, Problems problems)
    {
        problems.Unless(
            policy.Skills.Length <= QueueSkillsMax, path, $"A queue asks for at most {QueueSkillsMax} skills.");
        problems.CheckUnique(path, policy.Skills.Select(static s => s.Skill));
        foreach (var skill in policy.Skills)
        {
            problems.Unless(
                wanted.Skills.ContainsKey(skill.Skill), $"{path}/{skill.Skill}", "There is no skill of this key.");
            problems.CheckNumber($"{path}/{skill.Skill}", skill.MinimumLevel, 0, SkillLevelMax);
        }
    }

    private static void CheckRelaxation(string path, QueuePolicy policy, Configuration wanted, Problems problems)
    {
        problems.Unless(
            policy.Relaxation.Length <= RelaxationStepsMax, path, $"There are at most {RelaxationStepsMax} steps.");
        var after = TimeSpan.MinValue;
        foreach (var (index, step) in policy.Relaxation.Index())
        {
            var at = $"{path}/{index + 1}";
            problems.CheckSpan($"{at}/after", step.After, TimeSpan.Zero, RelaxationAfterMax);
            problems.Unless(step.After > after, $"{at}/after", "Steps follow each other in time.");
            problems.CheckNumber($"{at}/lower-levels-by", step.LowerLevelsBy, 0, SkillLevelMax);
            foreach (var skill in step.DropSkills)
            {
                problems.Unless(
                    wanted.Skills.ContainsKey(skill), $"{at}/drop-skills/{skill}", "There is no skill of this key.");
            }

            after = step.After;
        }
    }

    private static void CheckScores(string path, QueuePolicy policy, Problems problems)
    {
        var weights = policy.Weights;
        problems.CheckNumber($"{path}/weights/proficiency", weights.Proficiency, 0, WeightMax);
        problems.CheckNumber($"{path}/weights/idle", weights.Idle, 0, WeightMax);
        problems.CheckNumber($"{path}/weights/preferred", weights.Preferred, 0, WeightMax);
        problems.CheckNumber($"{path}/weights/free-capacity", weights.FreeCapacity, 0, WeightMax);
        problems.CheckSpan($"{path}/weights/idle-scale", weights.IdleScale, IdleScaleMin, IdleScaleMax);
        problems.CheckNumber(
            $"{path}/base-priority",
            policy.BasePriority,
            -InteractionLimits.PriorityMax,
            InteractionLimits.PriorityMax);
        problems.CheckNumber($"{path}/ageing-per-minute", policy.AgeingPerMinute, 0, AgeingPerMinuteMax);
    }

    private static void CheckTarget(string path, ServiceTarget target, Problems problems)
    {
        problems.Unless(
            ServiceLevels.All.ContainsKey(target.Definition),
            $"{path}/definition",
            $"It is one of {string.Join(", ", ServiceLevels.All.Keys)}.");
        problems.CheckSpan($"{path}/threshold", target.Threshold, TargetThresholdMin, TargetThresholdMax);
        problems.CheckNumber($"{path}/share", target.Share, 0, 1);
    }

    private static void CheckHours(string path, OpeningHours hours, Problems problems)
    {
#pragma warning disable RS0030 // The rules of time zones are data that the system keeps current; here an id is held against it.
        problems.Unless(
            TimeZoneInfo.TryFindSystemTimeZoneById(hours.TimeZone, out _),
            $"{path}/time-zone",
            $"There is no time zone {hours.TimeZone}.");
#pragma warning restore RS0030
        problems.Unless(Enum.IsDefined(hours.Closed), $"{path}/closed", "It is wait or refuse.");
        problems.Unless(
            hours.Spans.Length <= OpenSpansMax, $"{path}/spans", $"There are at most {OpenSpansMax} spans.");
        foreach (var (index, span) in hours.Spans.Index())
        {
            var at = $"{path}/spans/{index + 1}";
            problems.Unless(Enum.IsDefined(span.Day), at, "It names a day of the week.");
            problems.Unless(span.From < span.To, at, "It ends after it begins; over midnight it takes two.");
        }
    }

    private static void CheckWrapUp(string path, WrapUpPolicy wrapUp, Problems problems)
    {
        problems.Unless(Enum.IsDefined(wrapUp.Mode), $"{path}/mode", "It is none, optional, timed or forced.");
        if (wrapUp.Mode == WrapUpMode.Timed)
        {
            problems.CheckSpan($"{path}/limit", wrapUp.Limit, WrapUpLimitMin, WrapUpLimitMax);
        }

        problems.Unless(
            wrapUp.Codes.Length <= WrapUpCodesMax, $"{path}/codes", $"There are at most {WrapUpCodesMax} codes.");
        problems.CheckUnique($"{path}/codes", wrapUp.Codes);
        foreach (var code in wrapUp.Codes)
        {
            problems.Unless(
                code.Length is > 0 and <= InteractionLimits.WrapUpCodeLengthMax,
                $"{path}/codes/{code}",
                $"A code has 1 to {InteractionLimits.WrapUpCodeLengthMax} characters.");
        }
    }

    private static void CheckTimes(string path, QueuePolicy policy, Problems problems)
    {
        problems.CheckSpan($"{path}/offer-timeout", policy.OfferTimeout, OfferTimeoutMin, OfferTimeoutMax);
        problems.CheckSpan(
            $"{path}/prefer-last-agent-for", policy.PreferLastAgentFor, TimeSpan.Zero, PreferLastAgentForMax);
        problems.CheckSpan(
            $"{path}/prefer-last-agent-within", policy.PreferLastAgentWithin, TimeSpan.Zero, PreferLastAgentWithinMax);
        problems.CheckSpan(
            $"{path}/short-abandon-after", policy.ShortAbandonAfter, TimeSpan.Zero, ShortAbandonAfterMax);
        problems.CheckSpan($"{path}/reopen-within", policy.ReopenWithin, TimeSpan.Zero, ReopenWithinMax);
    }

    private static void CheckEmpathy(string path, EmpathyPolicy empathy, Problems problems)
    {
        problems.CheckNumber($"{path}/turns-per-cue", empathy.TurnsPerCue, 1, EmpathyLimits.TurnsPerCueMax);
        problems.CheckNumber($"{path}/cooldown-turns", empathy.CooldownTurns, 1, EmpathyLimits.CooldownTurnsMax);
        problems.CheckNumber($"{path}/expiry-turns", empathy.ExpiryTurns, 1, EmpathyLimits.ExpiryTurnsMax);
        CheckShare($"{path}/strained-from", empathy.StrainedFrom, EmpathyLimits.StrainedFromMin, problems);
        CheckShare($"{path}/upset-from", empathy.UpsetFrom, EmpathyLimits.StrainedFromMin, problems);
        problems.Unless(
            empathy.UpsetFrom > empathy.StrainedFrom, $"{path}/upset-from", "It is higher than strained-from.");
        CheckShare($"{path}/show-from", empathy.ShowFrom, EmpathyLimits.ShowFromMin, problems);
        problems.Unless(
            empathy.Silenced.All(static k => Enum.IsDefined(k)), $"{path}/silenced", "There is no such kind of cue.");
        problems.CheckUnique($"{path}/silenced", empathy.Silenced.Select(ConfigurationText.Of));
    }

    /// <summary>Distress weighs no more than a wait that ageing makes up for: nobody is overtaken for ever.</summary>
    private static void CheckEmpathyRouting(string path, QueuePolicy policy, Problems problems)
    {
        var routing = policy.Empathy?.Routing ?? EmpathyRouting.Off;
        problems.CheckNumber($"{path}/distress-priority", routing.DistressPriority, 0, WeightMax);
        problems.Unless(
            !routing.UsesDistress
                || routing.DistressPriority <= policy.AgeingPerMinute * EmpathyLimits.DistressMinutesMax,
            $"{path}/distress-priority",
            $"It is at most what {EmpathyLimits.DistressMinutesMax} minutes of waiting add by ageing-per-minute.");
        problems.CheckNumber($"{path}/emotional-load-weight", routing.EmotionalLoadWeight, 0, WeightMax);
        problems.CheckSpan(
            $"{path}/emotional-load-scale", routing.EmotionalLoadScale, EmotionalLoadScaleMin, EmotionalLoadScaleMax);
        problems.CheckSpan(
            $"{path}/emotional-load-half-life",
            routing.EmotionalLoadHalfLife,
            EmotionalLoadHalfLifeMin,
            EmotionalLoadHalfLifeMax);
        problems.Unless(
            policy.Empathy is not { Cues: false } || !(routing.UsesDistress || routing.UsesEmotionalLoad),
            path,
            "Nothing is read where cues are off, so there is nothing for routing to take.");
    }

    /// <summary>Administrators write shares, policies hold whole parts of a thousand.</summary>
    private static void CheckShare(string path, int permille, int min, Problems problems) =>
        problems.CheckNumber(path, permille / (double)EmpathyLimits.Permille, min / (double)EmpathyLimits.Permille, 1);
}
