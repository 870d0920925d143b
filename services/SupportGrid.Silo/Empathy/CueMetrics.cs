using System.Diagnostics.Metrics;
using SupportGrid.Domain.Empathy;

namespace SupportGrid.Silo.Empathy;

/// <summary>What agents say of cues. Tags name the kind, never a person, a tenant or a text.</summary>
public sealed class CueMetrics : IDisposable
{
    public const string MeterName = "SupportGrid.Silo.Cues";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _answers;
    private readonly Counter<long> _silenced;

    public CueMetrics()
    {
        _answers = _meter.CreateCounter<long>("supportgrid.cues.answers", "{answer}", "Answers of agents to cues.");
        _silenced = _meter.CreateCounter<long>(
            "supportgrid.cues.silenced", "{kind}", "Kinds of cues silenced because they were right too rarely.");
    }

    public void Answered(CueKind kind, CueAnswer answer) => _answers.Add(
        1,
        new KeyValuePair<string, object?>("kind", kind.ToString()),
        new KeyValuePair<string, object?>("answer", answer.ToString()));

    public void Silenced(CueKind kind) =>
        _silenced.Add(1, new KeyValuePair<string, object?>("kind", kind.ToString()));

    public void Dispose() => _meter.Dispose();
}
