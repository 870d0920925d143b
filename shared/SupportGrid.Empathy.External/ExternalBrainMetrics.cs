using System.Diagnostics.Metrics;
using SupportGrid.Empathy.External.Reading;
using SupportGrid.Empathy.External.Redaction;

namespace SupportGrid.Empathy.External;

/// <summary>
/// What asking a brain takes and costs. Tags name brain and outcome, never a person, a tenant or a text.
/// </summary>
public sealed class ExternalBrainMetrics : IDisposable
{
    public const string MeterName = "SupportGrid.Empathy.External";

    private readonly Meter _meter = new(MeterName);
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _tokens;
    private readonly Counter<double> _cost;
    private readonly UpDownCounter<int> _underWay;
    private readonly Counter<long> _redactions;

    public ExternalBrainMetrics()
    {
        _duration = _meter.CreateHistogram<double>(
            "supportgrid.empathy.external.duration", "s", "From the question to its outcome; its count is that of "
            + "the questions.");
        _tokens = _meter.CreateCounter<long>(
            "supportgrid.empathy.external.tokens", "{token}", "Tokens that the service says it has counted.");
        _cost = _meter.CreateCounter<double>(
            "supportgrid.empathy.external.cost", "{currency}", "Tokens by their configured price.");
        _underWay = _meter.CreateUpDownCounter<int>(
            "supportgrid.empathy.external.calls", "{call}", "Calls that are under way.");
        _redactions = _meter.CreateCounter<long>(
            "supportgrid.empathy.external.redactions", "{piece}", "Pieces of personal data taken out before a text "
            + "left.");
    }

    internal void Ended(string brain, ReadingOutcome outcome, TimeSpan took) => _duration.Record(
        took.TotalSeconds,
        new KeyValuePair<string, object?>("brain", brain),
        new KeyValuePair<string, object?>("outcome", outcome.ToString()));

    internal void Spent(string brain, string direction, long tokens, double cost)
    {
        var tag = new KeyValuePair<string, object?>("brain", brain);
        _tokens.Add(tokens, tag, new KeyValuePair<string, object?>("direction", direction));
        if (cost > 0)
        {
            _cost.Add(cost, tag);
        }
    }

    internal void Called(string brain, int change) =>
        _underWay.Add(change, new KeyValuePair<string, object?>("brain", brain));

    internal void Redacted(RedactedText text)
    {
        foreach (var (kind, pieces) in text.Found)
        {
            _redactions.Add(pieces, new KeyValuePair<string, object?>("kind", kind.ToString()));
        }
    }

    public void Dispose() => _meter.Dispose();
}
