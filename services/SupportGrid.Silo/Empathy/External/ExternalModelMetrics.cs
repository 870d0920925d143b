using System.Diagnostics.Metrics;

namespace SupportGrid.Silo.Empathy.External;

/// <summary>
/// What became of turns that were to be read outside. Duration, tokens and cost of the questions themselves are told
/// by the meter of the brain. Tags name the outcome, never a person, a tenant or a text.
/// </summary>
internal sealed class ExternalModelMetrics : IDisposable
{
    public const string MeterName = "SupportGrid.Silo.ExternalModel";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _turns;
    private readonly Histogram<double> _lag;

    public ExternalModelMetrics(ExternalBudget budget, Func<int> waiting)
    {
        _turns = _meter.CreateCounter<long>(
            "supportgrid.empathy.external.turns", "{turn}", "Turns that were to be read outside, by what became of "
            + "them.");
        _lag = _meter.CreateHistogram<double>(
            "supportgrid.empathy.external.lag", "s", "From the customer's turn to its revised reading.");
        _meter.CreateObservableGauge(
            "supportgrid.empathy.external.waiting", waiting, "{turn}", "Turns that wait for a question.");
        _meter.CreateObservableGauge(
            "supportgrid.empathy.external.budget_used",
            () => new[]
            {
                new Measurement<double>(budget.Used.Hour / 1e6, new KeyValuePair<string, object?>("window", "hour")),
                new Measurement<double>(budget.Used.Day / 1e6, new KeyValuePair<string, object?>("window", "day")),
            },
            "{currency}",
            "Spent or set aside in this hour and on this day (UTC).");
    }

    public void Ended(ExternalOutcome outcome) =>
        _turns.Add(1, new KeyValuePair<string, object?>("outcome", outcome.ToString()));

    public void Revised(TimeSpan lag) => _lag.Record(lag.TotalSeconds);

    public void Dispose() => _meter.Dispose();
}
