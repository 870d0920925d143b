using System.Diagnostics.Metrics;

namespace SupportGrid.EventStore.Sqlite;

/// <summary>The store's measurements, under the meter <c>SupportGrid.EventStore</c>.</summary>
internal sealed class StoreInstruments : IDisposable
{
    private readonly TimeProvider _time;
    private readonly Meter _meter = new("SupportGrid.EventStore");
    private readonly Histogram<double> _commitSeconds;
    private readonly Histogram<int> _commitEvents;
    private readonly Counter<long> _commitFailures;

    public StoreInstruments(TimeProvider time)
    {
        _time = time;
        _commitSeconds = _meter.CreateHistogram<double>(
            "supportgrid.eventstore.commit.duration", "s", "Time from the first write of a batch to its commit.");
        _commitEvents = _meter.CreateHistogram<int>(
            "supportgrid.eventstore.commit.events", "{event}", "Events committed together.");
        _commitFailures = _meter.CreateCounter<long>(
            "supportgrid.eventstore.commit.failures", "{commit}", "Commits that the storage could not carry out.");
    }

    public long Now() => _time.GetTimestamp();

    public void Committed(long started, int events)
    {
        _commitSeconds.Record(_time.GetElapsedTime(started).TotalSeconds);
        _commitEvents.Record(events);
    }

    public void Failed() => _commitFailures.Add(1);

    public void Dispose() => _meter.Dispose();
}
