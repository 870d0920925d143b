namespace SupportGrid.Empathy.Features;

/// <summary>The texts and dense cues of one turn, as a model reads them. What is not known stays empty.</summary>
public readonly ref struct TurnText(ReadOnlySpan<char> turn)
{
    public ReadOnlySpan<char> Turn { get; } = turn;

    /// <summary>What the other side said last before the turn.</summary>
    public ReadOnlySpan<char> PreviousOther { get; init; }

    /// <summary>The turn before of the same side.</summary>
    public ReadOnlySpan<char> PreviousOwn { get; init; }

    /// <summary>The turn of the same side before that.</summary>
    public ReadOnlySpan<char> OneBefore { get; init; }

    /// <summary>As many as the model has dense cues.</summary>
    public ReadOnlySpan<float> Dense { get; init; }
}
