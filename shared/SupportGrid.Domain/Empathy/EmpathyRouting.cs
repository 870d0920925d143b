namespace SupportGrid.Domain.Empathy;

/// <summary>
/// What a queue's routing takes from how customers fare: two soft terms, each off at 0. They change who comes first;
/// nobody is excluded by them. What they are made of are customers' texts and facts of work, never an agent's voice,
/// face or words.
/// </summary>
/// <param name="DistressPriority">
/// Points that a waiting customer in distress has at most; see <see cref="CustomerDistress"/>. Bounded by what waiting
/// adds in <see cref="EmpathyLimits.DistressMinutesMax"/> minutes, so that ageing overtakes it.
/// </param>
/// <param name="EmotionalLoadWeight">Points that an agent with a full load loses; see <see cref="EmotionalLoad"/>.
/// </param>
/// <param name="EmotionalLoadScale">The load that counts as full.</param>
/// <param name="EmotionalLoadHalfLife">
/// Time after which a hard conversation of this queue counts half, wherever its agent is considered.
/// </param>
[GenerateSerializer, Immutable, Alias("sg.EmpathyRouting")]
public sealed record EmpathyRouting(
    double DistressPriority, double EmotionalLoadWeight, TimeSpan EmotionalLoadScale, TimeSpan EmotionalLoadHalfLife)
{
    /// <summary>Of a queue whose policy says nothing.</summary>
    public static EmpathyRouting Off { get; } = new(0, 0, TimeSpan.FromMinutes(30), TimeSpan.FromHours(2));

    public bool UsesDistress => DistressPriority > 0;

    public bool UsesEmotionalLoad => EmotionalLoadWeight > 0;
}
