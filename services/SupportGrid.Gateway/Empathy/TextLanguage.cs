namespace SupportGrid.Gateway.Empathy;

/// <summary>In which language a person is told about a cue.</summary>
internal enum TextLanguage
{
    English,
    Chinese,
}

/// <summary>The languages that there are words in.</summary>
internal static class TextLanguages
{
    /// <summary>English for every tag that does not begin with "zh".</summary>
    public static TextLanguage Of(string tag) =>
        tag.Split('-')[0].Equals("zh", StringComparison.OrdinalIgnoreCase)
            ? TextLanguage.Chinese
            : TextLanguage.English;

    public static string TagOf(this TextLanguage language) => language == TextLanguage.Chinese ? "zh" : "en";
}
