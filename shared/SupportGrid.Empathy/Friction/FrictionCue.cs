namespace SupportGrid.Empathy.Friction;

/// <summary>One cause of friction.</summary>
/// <param name="Strength">Its part of the effort when it stands alone, 0 to 1.</param>
/// <param name="Amount">How often, how long in seconds, or which share: in the unit of the fact.</param>
/// <param name="MayAlert">A fact that speaks for itself: it may raise an alert.</param>
public readonly record struct FrictionCue(FrictionCause Cause, double Strength, double Amount, bool MayAlert);
