namespace SupportGrid.Empathy.Text;

/// <summary>What a turn is written in, as far as it matters here.</summary>
public enum Language
{
    /// <summary>Nothing was said that tells: no letters, or a word that many languages have.</summary>
    Unknown,

    English,

    Chinese,

    /// <summary>A language that no model and no rule reads: only facts count.</summary>
    Other,
}
