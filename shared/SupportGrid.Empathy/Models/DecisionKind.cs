namespace SupportGrid.Empathy.Models;

/// <summary>How scores become labels. The numbers are written into model files.</summary>
public enum DecisionKind
{
    /// <summary>Each label for itself, when its score reaches its threshold: none, one or several.</summary>
    EachLabel = 1,

    /// <summary>Exactly one: the label whose score is furthest above its threshold.</summary>
    OneLabel = 2,
}
