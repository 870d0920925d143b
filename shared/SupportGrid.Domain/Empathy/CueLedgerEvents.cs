namespace SupportGrid.Domain.Empathy;

/// <summary>
/// What happened to the record of cues. A change of this file is a change of what is stored for ever.
/// </summary>
public abstract record CueLedgerEvent(DateTimeOffset At);

/// <summary>An agent's answer was counted.</summary>
public sealed record CueAnswerCounted(CueKind Kind, CueAnswer Answer, string Interaction, string Cue, DateTimeOffset At)
    : CueLedgerEvent(At);

/// <summary>The kind was right too rarely: it is not shown any more.</summary>
/// <param name="Floor">The precision that it fell below, in permille.</param>
public sealed record CueKindSilenced(CueKind Kind, int Useful, int Disputed, int Floor, DateTimeOffset At)
    : CueLedgerEvent(At);

/// <summary>The kind is shown again, and counted anew.</summary>
/// <param name="By">Who wanted it, or <see cref="ByConfiguration"/>.</param>
public sealed record CueKindRestored(CueKind Kind, string By, DateTimeOffset At) : CueLedgerEvent(At)
{
    /// <summary>The settings of cues were changed.</summary>
    public const string ByConfiguration = "configuration";
}
