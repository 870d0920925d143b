namespace SupportGrid.Empathy.Rules;

/// <summary>What a match is good for, by how often the rule is right.</summary>
public enum RuleUse
{
    /// <summary>Shown as background only; never a reason for anything.</summary>
    Display,

    /// <summary>A cue that is shown, but no alert by itself.</summary>
    Shown,

    /// <summary>Right often enough, or a plain demand: may raise an alert.</summary>
    Alert,
}
