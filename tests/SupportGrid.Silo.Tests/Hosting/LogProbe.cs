using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SupportGrid.Silo.Tests.Hosting;

/// <summary>
/// Notes what is logged as an error: a test that did not expect one fails when its centre is disposed of.
/// </summary>
internal sealed class LogProbe : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _errors = new();

    private readonly ConcurrentQueue<string> _lines = new();

    /// <summary>Everything from information on.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    /// <summary>While a crash is under way, errors are to be expected.</summary>
    public bool IsMuted { get; set; }

    /// <summary>
    /// Takes the errors of an event id out, since the test provoked them; at least one must be there.
    /// </summary>
    public void Expect(string eventId)
    {
        var all = _errors.ToArray();
        Assert.Contains(all, e => e.Contains(eventId, StringComparison.Ordinal));
        _errors.Clear();
        foreach (var other in all.Where(e => !e.Contains(eventId, StringComparison.Ordinal)))
        {
            _errors.Enqueue(other);
        }
    }

    public void AssertNoErrors() => Assert.Empty(_errors);

    public ILogger CreateLogger(string categoryName) => new Probe(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Probe(LogProbe probe, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information && !probe.IsMuted;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
            {
                return;
            }

            var line = $"{category} {eventId.Id}: {formatter(state, exception)} {exception}";
            probe._lines.Enqueue(line);
            if (logLevel >= LogLevel.Error)
            {
                probe._errors.Enqueue(line);
            }
        }
    }
}
