using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportGrid.Contracts.Events;
using SupportGrid.EventStore;

namespace SupportGrid.EventSourcing;

/// <summary>What every event-sourced actor needs, in one constructor parameter.</summary>
public sealed class EventSourcingServices(
    IEventStore store,
    IEventCodec events,
    IReactionCodec reactions,
    IReactionHandler handler,
    IEventIds ids,
    TimeProvider time,
    IOptions<EventSourcingOptions> options,
    ILoggerFactory loggers)
{
    public IEventStore Store { get; } = store;

    public IEventCodec Events { get; } = events;

    public IReactionCodec Reactions { get; } = reactions;

    public IReactionHandler Handler { get; } = handler;

    public IEventIds Ids { get; } = ids;

    public TimeProvider Time { get; } = time;

    public EventSourcingOptions Options { get; } = options.Value;

    public ILogger Log { get; } = loggers.CreateLogger("SupportGrid.EventSourcing");

    /// <summary>Now, in UTC, cut to the microsecond: every store keeps that much.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var now = Time.GetUtcNow();
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        }
    }
}
