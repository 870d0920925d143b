namespace SupportGrid.Domain.Tests.Oracles;

/// <summary>Measures a run by the names of the oracle.</summary>
internal sealed class CentreMeasures(Centre centre, CentreRun run)
{
    public double Of(OracleMeasure measure)
    {
        var all = run.Contacts.Where(c => measure.Class == "all" || c.Class.Name == measure.Class).ToList();
        var served = all.Where(c => c.Served).ToList();
        var within = served.Count(c => c.Wait <= centre.Threshold);
        var left = all.Where(c => c.Abandoned).ToList();
        var leftWithin = left.Count(c => c.Wait <= centre.Threshold);
        var blocked = all.Count(c => c.Blocked);
        double offered = all.Count;
        return measure.Metric switch
        {
            "pw" => all.Count(c => c.MustWait && !c.Blocked) / offered,
            "asa" => served.Average(c => c.Wait),
            "ew_all" => all.Sum(c => c.Wait) / offered,
            "pab" => left.Count / offered,
            "pblock" => blocked / offered,
            "sl" => within / offered,
            "sl_answered" => (double)within / served.Count,
            "sl_excl_short_ab" => within / (offered - leftWithin - blocked),
            "sl_incl_ab" => (within + leftWithin) / offered,
            "p90" => Percentile([.. all.Select(c => c.Wait)], 0.9),
            "occ" => Occupancy(measure.Class),
            "mean gap between contacts of one agent" => Gaps().Average(),
            "SCV of gap" => SquaredVariation(Gaps()),
            _ => throw new InvalidOperationException($"'{measure.Metric}' is not measured here."),
        };
    }

    private double Occupancy(string group)
    {
        var desks = run.Desks.Where(d => group == "all" || d.Server.Group == group).ToList();
        return desks.Sum(d => d.Busy) / (desks.Count * run.Length);
    }

    private List<double> Gaps() => [.. run.Desks.SelectMany(d => d.Gaps)];

    private static double SquaredVariation(List<double> values)
    {
        var mean = values.Average();
        return values.Sum(v => (v - mean) * (v - mean)) / values.Count / (mean * mean);
    }

    private static double Percentile(List<double> values, double share)
    {
        values.Sort();
        return values[(int)Math.Ceiling(share * values.Count) - 1];
    }
}
