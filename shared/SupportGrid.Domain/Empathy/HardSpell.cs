namespace SupportGrid.Domain.Empathy;

/// <summary>
/// A time in which an agent had an interaction while its customer was strained or upset. Both ends are facts of work
/// and of the customer's texts: nothing of it is about what the agent said or felt.
/// </summary>
/// <param name="Queue">The queue that the interaction was in.</param>
/// <param name="Trajectory">Strained or upset, throughout.</param>
/// <param name="From">Together with the interaction it names the spell; it may be told of again as it lasts.</param>
/// <param name="Until">As far as is known.</param>
/// <param name="HalfLife">Of the queue's policy: after this time it counts half.</param>
[GenerateSerializer, Immutable, Alias("sg.HardSpell")]
public sealed record HardSpell(
    string Interaction,
    string Queue,
    Trajectory Trajectory,
    DateTimeOffset From,
    DateTimeOffset Until,
    TimeSpan HalfLife)
{
    /// <summary>
    /// How long it lasted times how severe it was, in milliseconds; nothing that lasts longer than a day counts more.
    /// </summary>
    public long WeightedMs =>
        Math.Clamp((long)(Until - From).TotalMilliseconds, 0, EmpathyLimits.HardSpellMsMax)
        * SeverityOf(Trajectory) / EmpathyLimits.Permille;

    /// <summary>Strained 500, upset 1,000, else 0; in permille.</summary>
    public static int SeverityOf(Trajectory trajectory) => trajectory switch
    {
        Trajectory.Upset => EmpathyLimits.Permille,
        Trajectory.Strained => EmpathyLimits.Permille / 2,
        _ => 0,
    };
}
