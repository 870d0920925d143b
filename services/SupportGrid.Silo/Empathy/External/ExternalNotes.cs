using Microsoft.Extensions.Logging;

namespace SupportGrid.Silo.Empathy.External;

/// <summary>
/// Tells the operator of turns that were not read outside: once a minute for each reason, with how many there were.
/// </summary>
internal sealed class ExternalNotes(ILogger log, TimeProvider time)
{
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<ExternalOutcome, (DateTimeOffset Next, int Untold)> _reasons = [];

    public void Note(ExternalOutcome outcome)
    {
        // These are as it should be: somebody was faster, or said no.
        if (outcome is ExternalOutcome.Revised or ExternalOutcome.Settled or ExternalOutcome.Withdrawn)
        {
            return;
        }

        int turns;
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var (next, untold) = _reasons.GetValueOrDefault(outcome);
            turns = untold + 1;
            _reasons[outcome] = now >= next ? (now + Pause, 0) : (next, turns);
            if (now < next)
            {
                return;
            }
        }

        SiloLog.ExternalModelSilent(log, turns, outcome);
    }
}
