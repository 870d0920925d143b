namespace SupportGrid.Domain.Empathy;

/// <summary>
/// How agents met the customer's feelings in one interaction. Counters only: they add up, ratios are computed at read.
/// </summary>
/// <param name="Delivered">Opportunities acknowledged in the next turn.</param>
/// <param name="Late">Opportunities acknowledged after that.</param>
/// <param name="Missed">Opportunities that agents spoke past.</param>
/// <param name="EmpatheticTurns">Agent's turns that apologise, acknowledge, show understanding or are warm.</param>
/// <param name="UnhelpfulTurns">Agent's turns that refuse without any of these.</param>
[GenerateSerializer, Immutable, Alias("sg.EmpathyScore")]
public sealed record EmpathyScore(int Delivered, int Late, int Missed, int EmpatheticTurns, int UnhelpfulTurns)
{
    public static EmpathyScore None { get; } = new(0, 0, 0, 0, 0);

    public int Opportunities => Delivered + Late + Missed;

    /// <summary>
    /// Share of opportunities that were acknowledged, in permille; null where none was called for, so that nobody is
    /// marked down for it.
    /// </summary>
    public int? AcknowledgedShare => Opportunities == 0
        ? null
        : ((Delivered + Late) * EmpathyLimits.Permille) / Opportunities;

    /// <summary>
    /// The figure that Genesys publishes, for comparison only: 100 (E − U) / (E + U) from empathetic and unhelpful
    /// phrases, null without either; 2 against 5 gives −43 (reference vocabulary, section 6). Counted here by turns. It
    /// marks an agent down where nothing called for empathy, which is why <see cref="AcknowledgedShare"/> is the figure
    /// to use.
    /// </summary>
    public int? GenesysRatio => EmpatheticTurns + UnhelpfulTurns == 0
        ? null
        : (int)Math.Round(
            100.0 * (EmpatheticTurns - UnhelpfulTurns) / (EmpatheticTurns + UnhelpfulTurns),
                MidpointRounding.AwayFromZero);
}
