namespace SupportGrid.Gateway.Admin.Yaml;

/// <summary>The words of enumerations as administrators write them: lower case.</summary>
internal static class YamlWords
{
    public static IReadOnlyList<string> Of<T>()
        where T : struct, Enum => Words<T>.All;

    public static string Of<T>(T value)
        where T : struct, Enum => Lower(value.ToString());

    public static T? Find<T>(string word)
        where T : struct, Enum
    {
        var index = Array.IndexOf(Words<T>.All, word);
        return index < 0 ? null : Words<T>.Values[index];
    }

    private static string Lower(string name) =>
#pragma warning disable CA1308 // Not for comparing: the written form of these words is lower case.
        name.ToLowerInvariant();
#pragma warning restore CA1308

    private static class Words<T>
        where T : struct, Enum
    {
        public static readonly T[] Values = Enum.GetValues<T>();

        public static readonly string[] All = [.. Values.Select(v => Lower(v.ToString()))];
    }
}
