using System.Collections.Immutable;

namespace SupportGrid.Domain.Empathy;

/// <summary>How a queue uses cues. Part of the queue's policy and versioned with it.</summary>
/// <param name="Cues">Off: no turn is read and nothing about it is stored.</param>
/// <param name="TurnsPerCue">
/// At most one new cue in so many turns of the customer. Alerts do not count: each of their causes alerts once.
/// </param>
/// <param name="CooldownTurns">Turns of the customer before another cue of the same kind.</param>
/// <param name="ExpiryTurns">Turns of the customer after which a cue ends by itself.</param>
/// <param name="StrainedFrom">Level of negative feeling, in permille, from which on the customer is strained.</param>
/// <param name="UpsetFrom">The same for upset.</param>
/// <param name="ShowFrom">Least probability, in permille, of a cue that rests on a model.</param>
/// <param name="Silenced">Kinds that are not shown, alerts included.</param>
/// <param name="ExternalModel">
/// Whether turns may be read by a model outside of the platform as well, where the host has one. Only then do texts
/// leave, without personal data.
/// </param>
/// <param name="Routing">What routing takes from it; null: <see cref="EmpathyRouting.Off"/>.</param>
[GenerateSerializer, Immutable, Alias("sg.EmpathyPolicy")]
public sealed record EmpathyPolicy(
    bool Cues,
    int TurnsPerCue,
    int CooldownTurns,
    int ExpiryTurns,
    int StrainedFrom,
    int UpsetFrom,
    int ShowFrom,
    ImmutableArray<CueKind> Silenced,
    bool ExternalModel = false,
    EmpathyRouting? Routing = null)
{
    /// <summary>
    /// Of a queue whose policy says nothing, also of policies that were stored before there were cues.
    /// </summary>
    public static EmpathyPolicy Default { get; } = new(true, 3, 6, 4, 450, 600, 600, []);

    public static EmpathyPolicy Off { get; } = Default with { Cues = false };

    // The list would else be compared by where it lies in memory.
    public bool Equals(EmpathyPolicy? other) =>
        other is not null
        && (Cues, TurnsPerCue, CooldownTurns, ExpiryTurns, StrainedFrom, UpsetFrom, ShowFrom, ExternalModel)
            == (other.Cues, other.TurnsPerCue, other.CooldownTurns, other.ExpiryTurns, other.StrainedFrom,
                other.UpsetFrom, other.ShowFrom, other.ExternalModel)
        && Routing == other.Routing
        && Silenced.AsSpan().SequenceEqual(other.Silenced.AsSpan());

    public override int GetHashCode() =>
        HashCode.Combine(Cues, TurnsPerCue, CooldownTurns, ExpiryTurns, StrainedFrom,
            UpsetFrom, ShowFrom, HashCode.Combine(Silenced.Length, Routing));
}
