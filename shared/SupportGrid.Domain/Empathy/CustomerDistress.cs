namespace SupportGrid.Domain.Empathy;

/// <summary>
/// Why a waiting customer counts as in distress. It is what the interaction shows at the moment: it does not add up
/// over turns or time, and who recovers has none.
/// </summary>
/// <param name="Trajectory">Strained counts half, upset whole, the others nothing.</param>
/// <param name="FactAlert">An alert that rests on facts, such as a second transfer, is open: counts whole.</param>
[GenerateSerializer, Immutable, Alias("sg.CustomerDistress")]
public sealed record CustomerDistress(Trajectory Trajectory, bool FactAlert)
{
    /// <summary>Part of the points, in permille.</summary>
    public int Share => FactAlert ? EmpathyLimits.Permille : HardSpell.SeverityOf(Trajectory);

    /// <summary>Null without distress.</summary>
    public static CustomerDistress? Of(EmpathyState state)
    {
        var distress = new CustomerDistress(
            state.Trajectory, state.OpenCues.Any(static c => c.Cue.Alert is { Source: AlertSource.Fact }));
        return distress.Share > 0 ? distress : null;
    }
}
