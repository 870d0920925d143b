using System.Collections.Immutable;

namespace SupportGrid.Empathy.Features;

/// <summary>
/// How a turn becomes numbers: the tables of n-grams one after the other, then the dense cues. Part of a model file: a
/// model is scored with the features it was trained with, or not at all.
/// </summary>
/// <param name="DenseCues">Names of the dense cues in order; they follow the last table.</param>
public sealed record FeatureSpec(ImmutableArray<FeatureChannel> Channels, ImmutableArray<string> DenseCues)
{
    public const int ChannelsMax = 8;
    public const int DenseCuesMax = 64;

    /// <summary>Buckets of all tables.</summary>
    public int Buckets => Channels.Sum(static c => c.Buckets);

    /// <summary>Buckets and dense cues.</summary>
    public int Features => Buckets + DenseCues.Length;

    internal bool IsSound =>
        !Channels.IsDefault && !DenseCues.IsDefault
        && Channels.Length <= ChannelsMax && DenseCues.Length <= DenseCuesMax
        && Channels.Length + DenseCues.Length > 0 && Channels.All(static c => c.IsSound);
}
