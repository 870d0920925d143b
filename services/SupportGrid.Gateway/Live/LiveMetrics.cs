using System.Diagnostics.Metrics;

namespace SupportGrid.Gateway.Live;

/// <summary>What the live streams count. Tags name the view, never a person or a tenant.</summary>
public sealed class LiveMetrics : IDisposable
{
    public const string MeterName = "SupportGrid.Gateway.Live";

    private readonly Meter _meter = new(MeterName);
    private readonly UpDownCounter<int> _streams;
    private readonly Counter<long> _routed;
    private readonly Counter<long> _responses;
    private readonly Counter<long> _refills;
    private readonly Counter<long> _tooSlow;
    private readonly Counter<long> _conflated;

    public LiveMetrics()
    {
        _streams = _meter.CreateUpDownCounter<int>("supportgrid.live.streams", "{stream}", "Streams that are open.");
        _routed = _meter.CreateCounter<long>(
            "supportgrid.live.events_routed", "{event}", "Events handed to a stream that asked for them.");
        _responses = _meter.CreateCounter<long>("supportgrid.live.responses", "{response}", "Responses written.");
        _refills = _meter.CreateCounter<long>(
            "supportgrid.live.refills", "{page}", "Pages that streams read from the log because they were behind.");
        _tooSlow = _meter.CreateCounter<long>(
            "supportgrid.live.slow_consumers", "{stream}", "Streams ended because the client did not take a response.");
        _conflated = _meter.CreateCounter<long>(
            "supportgrid.live.conflated", "{update}", "Updates that a newer one replaced before they were sent.");
    }

    public void Opened(string view) => _streams.Add(1, new KeyValuePair<string, object?>("view", view));

    public void Closed(string view) => _streams.Add(-1, new KeyValuePair<string, object?>("view", view));

    public void Routed(long events) => _routed.Add(events);

    public void Responded(string view, long responses) =>
        _responses.Add(responses, new KeyValuePair<string, object?>("view", view));

    public void Refilled() => _refills.Add(1);

    public void TooSlow(string view) => _tooSlow.Add(1, new KeyValuePair<string, object?>("view", view));

    public void Conflated(string view, long updates) =>
        _conflated.Add(updates, new KeyValuePair<string, object?>("view", view));

    public void Dispose() => _meter.Dispose();
}
