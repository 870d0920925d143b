namespace SupportGrid.Empathy.Features;

/// <summary>Which text of a turn a channel reads. The numbers are written into model files.</summary>
public enum TextField
{
    /// <summary>The turn itself.</summary>
    Turn = 1,

    /// <summary>What the other side said last before it.</summary>
    PreviousOther = 2,

    /// <summary>The two turns before it of the same side, the older first.</summary>
    PreviousOwn = 3,
}
