namespace SupportGrid.Domain.Configurations;

/// <summary>Limits of a configuration; what is beyond them is refused.</summary>
public static class ConfigurationLimits
{
    public const int SkillsMax = 2_000;
    public const int PresencesMax = 200;
    public const int QueuesMax = 1_000;
    public const int AgentsMax = 20_000;

    /// <summary>Skills of one agent.</summary>
    public const int AgentSkillsMax = 200;

    /// <summary>Skills that one queue asks for.</summary>
    public const int QueueSkillsMax = 50;

    public const int RelaxationStepsMax = 20;
    public const int OpenSpansMax = 100;
    public const int WrapUpCodesMax = 500;
    public const int DisplayNameLengthMax = 200;

    /// <summary>Web pages that may show the chat.</summary>
    public const int ChatOriginsMax = 50;

    public const int ChatOriginLengthMax = 200;
    public const int ChatTitleLengthMax = 60;
    public const int ChatGreetingLengthMax = 500;
    public const double SkillLevelMax = 5;
    public const double WeightMax = 1_000_000;
    public const double AgeingPerMinuteMax = 1_000;
    public const int CapacityUnitsMax = 1_000_000;
    public const int ChannelItemsMax = 1_000;

    /// <summary>Problems named in a refusal's sentence; <see cref="ConfigurationRules.Check"/> gives all.</summary>
    public const int ProblemsInSentenceMax = 5;

    public static readonly TimeSpan OfferTimeoutMin = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan OfferTimeoutMax = TimeSpan.FromHours(1);
    public static readonly TimeSpan WrapUpLimitMin = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan WrapUpLimitMax = TimeSpan.FromMinutes(60);
    public static readonly TimeSpan ReopenWithinMax = TimeSpan.FromDays(30);
    public static readonly TimeSpan RelaxationAfterMax = TimeSpan.FromDays(7);
    public static readonly TimeSpan PreferLastAgentForMax = TimeSpan.FromDays(1);
    public static readonly TimeSpan PreferLastAgentWithinMax = TimeSpan.FromDays(366);
    public static readonly TimeSpan ShortAbandonAfterMax = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan TargetThresholdMin = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan TargetThresholdMax = TimeSpan.FromDays(7);
    public static readonly TimeSpan IdleScaleMin = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan IdleScaleMax = TimeSpan.FromDays(1);
    public static readonly TimeSpan EmotionalLoadScaleMin = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan EmotionalLoadScaleMax = TimeSpan.FromDays(1);
    public static readonly TimeSpan EmotionalLoadHalfLifeMin = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan EmotionalLoadHalfLifeMax = TimeSpan.FromDays(7);
}
