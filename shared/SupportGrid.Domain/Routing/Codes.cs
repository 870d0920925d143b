using System.Collections.Frozen;
using System.Text.Json;

namespace SupportGrid.Domain.Routing;

/// <summary>Enum members as lower snake case words, such as <c>skill_missing</c>, in records and reasons.</summary>
internal static class Codes
{
    public static string Of<T>(T value)
        where T : struct, Enum => Table<T>.Words[value];

    /// <exception cref="FormatException">No member has that word.</exception>
    public static T Parse<T>(string word)
        where T : struct, Enum =>
        Table<T>.Members.TryGetValue(word, out var value)
            ? value
            : throw new FormatException($"'{word}' is no {typeof(T).Name}.");

    private static class Table<T>
        where T : struct, Enum
    {
        public static FrozenDictionary<T, string> Words { get; } = Enum.GetValues<T>()
            .ToFrozenDictionary(v => v, v => JsonNamingPolicy.SnakeCaseLower.ConvertName(v.ToString()));

        public static FrozenDictionary<string, T> Members { get; } =
            Words.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}
