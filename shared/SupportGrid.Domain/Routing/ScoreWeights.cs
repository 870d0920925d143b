namespace SupportGrid.Domain.Routing;

/// <summary>Weights of the terms by which able agents are ranked; every term is scaled to 0..1 first.</summary>
/// <param name="Proficiency">
/// Mean proficiency over the required skills / 5 (only with <see cref="SkillMatching.Best"/>).
/// </param>
/// <param name="Idle">Time since the agent last had work / <see cref="IdleScale"/>, capped at 1.</param>
/// <param name="Preferred">1 for the preferred agent while the preference holds.</param>
/// <param name="FreeCapacity">Free capacity units / capacity units.</param>
/// <param name="IdleScale">Idle time that counts as 1.</param>
[GenerateSerializer, Immutable, Alias("sg.ScoreWeights")]
public sealed record ScoreWeights(
    double Proficiency, double Idle, double Preferred, double FreeCapacity, TimeSpan IdleScale)
{
    /// <summary>Preferred agent first, then proficiency (best match), then longest idle.</summary>
    public static ScoreWeights Default { get; } = new(10, 1, 100, 0, TimeSpan.FromHours(1));
}
