using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SupportGrid.Gateway.Tests.Whole;

/// <summary>Keeps everything that the server says, texts of exceptions included.</summary>
internal sealed class LogProbe : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _said = new();

    public IReadOnlyCollection<string> Everything => [.. _said.Select(s => s.Text)];

    public IReadOnlyCollection<string> Errors => [.. _said.Where(s => s.Level >= LogLevel.Error).Select(s => s.Text)];

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(LogProbe probe, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            probe._said.Enqueue((logLevel, $"{category}[{eventId.Id}] {formatter(state, exception)} {exception}"));
    }
}
