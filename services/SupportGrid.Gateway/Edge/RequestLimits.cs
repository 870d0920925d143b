using SupportGrid.Gateway.Identity;

namespace SupportGrid.Gateway.Edge;

/// <summary>Limits of what a request may carry. Lengths are UTF-16 characters.</summary>
public static class RequestLimits
{
    public const int RequestIdLengthMax = 128;

    public const int IdLengthMax = IdFormat.LengthMax;

    public const int CustomerNameLengthMax = 100;

    /// <summary>An identity, kind included.</summary>
    public const int IdentityLengthMax = 320;

    public const int SubjectLengthMax = 200;

    public const int TextLengthMax = 8_000;

    public const int NoteLengthMax = 2_000;

    public const int ReasonLengthMax = 200;

    public const int WrapUpCodeLengthMax = 64;

    public const int RatingMax = 5;

    public const int RatingCommentLengthMax = 1_000;

    /// <summary>The longest tag of a language that RFC 5646 asks everybody to take.</summary>
    public const int LanguageLengthMax = 35;

    /// <summary>Skills that one interaction may ask for beside those of its queue.</summary>
    public const int SkillWishesMax = 20;

    public const double SkillLevelMax = 5;

    /// <summary>Points, in both directions, that a channel may add.</summary>
    public const double ExtraPriorityMax = 1_000;

    /// <summary>Points, in both directions, that a supervisor may set.</summary>
    public const double PriorityMax = 10_000;

    /// <summary>Queues that a watch of alerts may be narrowed to.</summary>
    public const int AlertQueuesMax = 100;

    public const int PageSizeMax = 1_000;

    public const int PageSizeDefault = 100;

    public const int PageTokenLengthMax = 200;

    /// <summary>The token of a guest's session before.</summary>
    public const int TokenLengthMax = 4_096;

    public const int CursorLengthMax = 1_024;

    /// <summary>Event types that a service may name.</summary>
    public const int EventTypesMax = 100;

    public const int EventTypeLengthMax = 100;

    /// <summary>Bytes of a configuration in UTF-8: room for the largest one, with 200 for each agent.</summary>
    public const int YamlBytesMax = 4 * 1024 * 1024;

    /// <summary>Bytes of one entry of a configuration in UTF-8.</summary>
    public const int EntryYamlBytesMax = 256 * 1024;

    public const int TokenSecondsMin = 60;

    public const int TokenSecondsMax = 31_536_000;

    public const int TokenSecondsDefault = 43_200;
}
