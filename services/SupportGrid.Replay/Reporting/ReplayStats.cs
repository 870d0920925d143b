using System.Collections.Concurrent;

namespace SupportGrid.Replay.Reporting;

/// <summary>What the bots saw. Thread-safe.</summary>
public sealed class ReplayStats
{
    private const int FailuresKeptMax = 20;

    private readonly ConcurrentBag<double> _waitMs = [];
    private readonly ConcurrentBag<double> _offerMs = [];
    private readonly ConcurrentDictionary<string, int> _overtaken = new();
    private readonly ConcurrentBag<Exception> _kept = [];
    private long _failures;
    private long _offered;
    private long _accepted;
    private long _opened;
    private long _closed;
    private long _abandoned;
    private long _messages;

    /// <summary>How long cues take to desks.</summary>
    public CueClock Cues { get; } = new();

    public long Offered => Interlocked.Read(ref _offered);

    public long Accepted => Interlocked.Read(ref _accepted);

    public long Opened => Interlocked.Read(ref _opened);

    public long Closed => Interlocked.Read(ref _closed);

    public long Abandoned => Interlocked.Read(ref _abandoned);

    public long Messages => Interlocked.Read(ref _messages);

    public long Failures => Interlocked.Read(ref _failures);

    public IReadOnlyCollection<Exception> KeptFailures => _kept;

    public IReadOnlyDictionary<string, int> OvertakenByReason => _overtaken;

    public IReadOnlyCollection<double> WaitMs => _waitMs;

    public IReadOnlyCollection<double> OfferMs => _offerMs;

    public void NoteOpened() => Interlocked.Increment(ref _opened);

    /// <summary>An offer was shown on a desk, this long after the decision.</summary>
    public void NoteOffered(TimeSpan latency)
    {
        Interlocked.Increment(ref _offered);
        _offerMs.Add(latency.TotalMilliseconds);
    }

    public void NoteAccepted() => Interlocked.Increment(ref _accepted);

    /// <summary>A customer had an agent, this long after taking the place in the line.</summary>
    public void NoteServed(TimeSpan wait) => _waitMs.Add(wait.TotalMilliseconds);

    public void NoteClosed(bool abandoned)
    {
        Interlocked.Increment(ref _closed);
        if (abandoned)
        {
            Interlocked.Increment(ref _abandoned);
        }
    }

    public void NoteMessage() => Interlocked.Increment(ref _messages);

    /// <summary>A bot's call came too late, for this reason; ordinary after a restart of the server.</summary>
    public void NoteOvertaken(string reason) => _overtaken.AddOrUpdate(reason, 1, (_, count) => count + 1);

    /// <summary>Something that should not happen; the first few are kept and make the run fail.</summary>
    public void NoteFailure(Exception failure)
    {
        if (Interlocked.Increment(ref _failures) <= FailuresKeptMax)
        {
            _kept.Add(failure);
        }
    }
}
