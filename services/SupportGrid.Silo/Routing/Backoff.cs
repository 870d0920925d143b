namespace SupportGrid.Silo.Routing;

/// <summary>Pauses that double with each failure of the same thing, and start over when it succeeds.</summary>
internal sealed class Backoff(int firstMs, int longestMs)
{
    private readonly Dictionary<string, int> _failures = new(StringComparer.Ordinal);

    /// <summary>Notes a failure and says how long to pause.</summary>
    public TimeSpan Fail(string what)
    {
        var failures = _failures.GetValueOrDefault(what);
        _failures[what] = failures + 1;
        return TimeSpan.FromMilliseconds(Math.Min(longestMs, firstMs * Math.Pow(2, Math.Min(failures, 20))));
    }

    public void Succeed(string what) => _failures.Remove(what);
}
