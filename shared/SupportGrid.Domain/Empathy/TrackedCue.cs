namespace SupportGrid.Domain.Empathy;

/// <summary>A cue and what became of it.</summary>
/// <param name="End">Null while it is not ended.</param>
/// <param name="Answer">What the agent said of it, or null. An answered cue is not shown any more.</param>
[GenerateSerializer, Immutable, Alias("sg.TrackedCue")]
public sealed record TrackedCue(Cue Cue, DateTimeOffset ShownAt, CueEnd? End, CueAnswer? Answer)
{
    /// <summary>Whether the agent sees it.</summary>
    public bool IsOpen => End is null && Answer is null;
}
