namespace SupportGrid.Domain.Empathy;

/// <summary>What can be asked of the record of cues.</summary>
[GenerateSerializer, Immutable, Alias("sg.CueLedgerCommand")]
public abstract record CueLedgerCommand(DateTimeOffset At);

/// <summary>From interactions only: an agent has answered a cue.</summary>
/// <param name="Floor">Least precision in permille; put there by the actor, whatever was sent.</param>
/// <param name="AnswersMin">Answers before a kind is judged; put there by the actor as well.</param>
[GenerateSerializer, Immutable, Alias("sg.CountCueAnswer")]
public sealed record CountCueAnswer(
    CueKind Kind, CueAnswer Answer, string Interaction, string Cue, int Floor, int AnswersMin, DateTimeOffset At)
    : CueLedgerCommand(At);

/// <summary>Shows a silenced kind again.</summary>
[GenerateSerializer, Immutable, Alias("sg.RestoreCueKind")]
public sealed record RestoreCueKind(CueKind Kind, string By, DateTimeOffset At) : CueLedgerCommand(At);

/// <summary>Shows every silenced kind again: the settings of cues were changed.</summary>
[GenerateSerializer, Immutable, Alias("sg.RestoreCueKinds")]
public sealed record RestoreCueKinds(string By, DateTimeOffset At) : CueLedgerCommand(At);
