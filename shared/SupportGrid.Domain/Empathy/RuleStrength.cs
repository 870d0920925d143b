namespace SupportGrid.Domain.Empathy;

/// <summary>What a rule that holds is good for. Names are persisted.</summary>
public enum RuleStrength
{
    /// <summary>Background only; never a reason for anything.</summary>
    Display = 1,

    /// <summary>A reason for a cue, and for no alert.</summary>
    Shown = 2,

    /// <summary>Right often enough, or a plain demand: may raise an alert.</summary>
    Alert = 3,
}
