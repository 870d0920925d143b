namespace SupportGrid.Empathy.Features;

/// <summary>One table of buckets: what is counted, in which text, and how large the table is.</summary>
/// <param name="ShortestRun">Tokens or characters of the shortest n-gram, at least 1.</param>
/// <param name="LongestRun">Tokens or characters of the longest n-gram, at most 8.</param>
/// <param name="Bits">The table has 2^Bits buckets; 4 to 20.</param>
public sealed record FeatureChannel(TextField Field, ChannelKind Kind, int ShortestRun, int LongestRun, int Bits)
{
    public int Buckets => 1 << Bits;

    internal bool IsSound =>
        Enum.IsDefined(Field) && Enum.IsDefined(Kind) && Bits is >= 4 and <= 20
        && ShortestRun >= 1 && ShortestRun <= LongestRun && LongestRun <= 8;
}
