namespace SupportGrid.Domain.Empathy;

/// <summary>What a turn does, whatever words it uses. Names are persisted.</summary>
public enum TurnSignal
{
    /// <summary>The customer thanks.</summary>
    Thanks = 1,

    /// <summary>The customer says again what was said before.</summary>
    Restates = 2,

    /// <summary>The agent apologises.</summary>
    Apologises = 3,

    /// <summary>The agent acknowledges a feeling.</summary>
    Acknowledges = 4,

    /// <summary>The agent shows understanding.</summary>
    Understands = 5,

    /// <summary>The agent asks.</summary>
    Explores = 6,

    /// <summary>The agent is warm: welcomes, thanks, wishes.</summary>
    Warm = 7,

    /// <summary>The agent cannot or will not do what was asked.</summary>
    Refuses = 8,

    /// <summary>
    /// The customer says no to what was said. Models take every "no" for disapproval; as an answer it is no feeling.
    /// </summary>
    Declines = 9,
}
