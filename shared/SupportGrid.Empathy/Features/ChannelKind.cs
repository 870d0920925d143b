namespace SupportGrid.Empathy.Features;

/// <summary>What a channel counts. The numbers are written into model files and never change their meaning.</summary>
public enum ChannelKind
{
    /// <summary>Runs of tokens, joined.</summary>
    Words = 1,

    /// <summary>Runs of characters inside each word, padded with a space on both sides.</summary>
    WordCharacters = 2,

    /// <summary>Runs of characters over the whole text.</summary>
    Characters = 3,
}
