using System.Collections.Immutable;

namespace SupportGrid.Train.Data;

/// <summary>One labelled turn.</summary>
/// <param name="Group">What must stay together when data are parted or drawn again: the dialogue, or the item
/// itself.</param>
/// <param name="Labels">Indices into the labels of the set; exactly one where a set has one label an item.</param>
public sealed record Example(string Group, string Text, ImmutableArray<int> Labels)
{
    /// <summary>What the text is about, where the set says so; null elsewhere.</summary>
    public string? Topic { get; init; }

    public string PreviousOther { get; init; } = "";

    public string PreviousOwn { get; init; } = "";

    public string OneBefore { get; init; } = "";

    /// <summary>The dense cues of the set, in its order.</summary>
    public float[] Dense { get; init; } = [];

    /// <summary>What the shipped rule says about dissatisfaction, where the set is about it.</summary>
    public float? Estimate { get; init; }

    /// <summary>What raters marked as evidence; empty where nobody did.</summary>
    public ImmutableArray<string> Rationales { get; init; } = [];
}
