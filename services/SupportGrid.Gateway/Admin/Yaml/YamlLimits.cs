using SupportGrid.Domain.Configurations;

namespace SupportGrid.Gateway.Admin.Yaml;

/// <summary>How much of a text is understood; most of it is no configuration long before.</summary>
internal static class YamlLimits
{
    /// <summary>Levels of nesting that a tree has. What is deeper is a problem like others: reading goes on.</summary>
    public const int DepthMax = 16;

    /// <summary>
    /// Levels at which reading stops. The parser's work grows with the square of the depth, so it may not see more.
    /// </summary>
    public const int ParserDepthMax = 64;

    /// <summary>Characters of a key: names of fields and ids have no more.</summary>
    public const int KeyLengthMax = 64;

    /// <summary>Characters of a value.</summary>
    public const int ValueLengthMax = 1_000;

    /// <summary>Bytes of the parser's own words about a text; they may quote it.</summary>
    public const int ParserWordsBytesMax = 200;

    /// <summary>Entries of the mapping or list at a path: counted while reading, not when all of it is read.</summary>
    public static int EntriesMax(string path) => path switch
    {
        "skills" => ConfigurationLimits.SkillsMax,
        "presences" => ConfigurationLimits.PresencesMax,
        "agents" => ConfigurationLimits.AgentsMax,
        _ => ConfigurationLimits.QueuesMax,
    };
}
