namespace SupportGrid.Train.Evaluation;

/// <summary>
/// What was hoped for, by set and measure. The figures are scores on data neither trained nor tuned on.
/// </summary>
public static class Targets
{
    public static Target Calibration { get; } = new(.08, .05, .03, SmallerIsBetter: true);

    /// <summary>Microseconds a message, 95th percentile, one core.</summary>
    public static Target SpeedP95 { get; } = new(100, 30, 15, SmallerIsBetter: true);

    public static Target AlertPrecision { get; } = new(.80, .85, .95);

    public static Target? MacroF1(string set) => set switch
    {
        "service-10" => new(.54, .565, .60),
        "ekman" => new(.57, .585, .62),
        "28-way" => new(.44, .465, .50),
        "satisfaction-sgd" => new(.58, .605, .63),
        "satisfaction-mwoz" => new(.52, .54, .57),
        "satisfaction-jddc" => new(.58, .60, .64),
        "offensive-zh" => new(.77, .785, .82),
        "tweet-offensive" => new(.71, .735, .78),
        "conduct-en" => new(.80, .82, .86),
        "emotional-reactions-yes-no" => new(.73, .755, .80),
        "interpretations-yes-no" => new(.80, .825, .85),
        "explorations-yes-no" => new(.84, .87, .90),
        _ => null,
    };

    /// <summary>Average precision of "dissatisfied".</summary>
    public static Target? Dissatisfied(string set) => set switch
    {
        "satisfaction-sgd" => new(.50, .56, .60),
        "satisfaction-mwoz" => new(.45, .50, .55),
        _ => null,
    };

    /// <summary>The best sentence is one that raters marked.</summary>
    public static Target? EvidenceHit(string set) => set switch
    {
        "emotional-reactions-yes-no" => new(.72, .78, .85),
        "interpretations-yes-no" => new(.85, .88, .92),
        "explorations-yes-no" => new(.95, .98, .99),
        _ => null,
    };
}
