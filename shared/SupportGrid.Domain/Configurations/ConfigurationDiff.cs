using System.Collections.Immutable;
using static SupportGrid.Domain.Configurations.ConfigurationText;

namespace SupportGrid.Domain.Configurations;

/// <summary>What differs between two configurations, for people and for deciding what gets a new version.</summary>
public static class ConfigurationDiff
{
    /// <summary>
    /// One change a line that differs; one for an entry that is new or removed, with the whole of it. Versions do not
    /// count, so no change means that applying does nothing.
    /// </summary>
    public static ImmutableArray<ConfigurationChange> Between(Configuration before, Configuration wanted) =>
    [
        .. Section("skills", before.Skills, wanted.Skills, Lines),
        .. Section("presences", before.Presences, wanted.Presences, Lines),
        .. Section("queues", before.Queues, wanted.Queues, Lines),
        .. Section("agents", before.Agents, wanted.Agents, Lines),
        .. Changed("chat", Lines(before.Chat), Lines(wanted.Chat)),
    ];

    /// <summary>Whether two entries mean the same; <paramref name="lines"/> says what counts.</summary>
    internal static bool Same<T>(T one, T other, Func<T, SortedDictionary<string, string>> lines) =>
        lines(one).SequenceEqual(lines(other));

    private static IEnumerable<ConfigurationChange> Section<T>(
        string section,
        ImmutableSortedDictionary<string, T> before,
        ImmutableSortedDictionary<string, T> wanted,
        Func<T, SortedDictionary<string, string>> lines)
        where T : class =>
        before.Keys.Union(wanted.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).SelectMany(
            key => Entry($"{section}/{key}", before.GetValueOrDefault(key), wanted.GetValueOrDefault(key), lines));

    private static IEnumerable<ConfigurationChange> Entry<T>(
        string path, T? before, T? wanted, Func<T, SortedDictionary<string, string>> lines)
        where T : class => (before, wanted) switch
        {
            (null, not null) => [new ConfigurationChange(path, null, Whole(lines(wanted)))],
            (not null, null) => [new ConfigurationChange(path, Whole(lines(before)), null)],
            (not null, not null) => Changed(path, lines(before), lines(wanted)),
            _ => [],
        };

    private static IEnumerable<ConfigurationChange> Changed(
        string path, SortedDictionary<string, string> before, SortedDictionary<string, string> wanted) =>
        from line in before.Keys.Union(wanted.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
        let old = before.GetValueOrDefault(line)
        let now = wanted.GetValueOrDefault(line)
        where old != now
        select new ConfigurationChange($"{path}/{line}", old, now);

    private static string Whole(SortedDictionary<string, string> lines) =>
        string.Join("; ", lines.Where(static l => l.Value.Length > 0).Select(static l => $"{l.Key}={l.Value}"));
}
