using Microsoft.Extensions.Logging;
using SupportGrid.Contracts.Events;
using SupportGrid.Domain.Agents;
using SupportGrid.EventStore;
using SupportGrid.Gateway.Live.Cursors;
using SupportGrid.Gateway.Live.Folds;
using SupportGrid.Gateway.Live.Log;
using SupportGrid.Gateway.Live.Typing;

namespace SupportGrid.Gateway.Live;

/// <summary>What every live stream is made of. One per gateway process.</summary>
/// <param name="NewId">Gives an id that no other stream has.</param>
public sealed record LiveServices(
    IEventFeed Feed,
    IEventReader Store,
    IGrainFactory Grains,
    IEventCodec Codec,
    LogHub Hub,
    CursorCodec Cursors,
    LiveOptions Options,
    LiveMetrics Metrics,
    TimeProvider Clock,
    LiveStop Stop,
    Func<string> NewId,
    ILogger<LiveServices> Log)
{
    /// <summary>Sessions last for years in one stream: a resume starts near its cursor, not at the first day.</summary>
    internal FoldCheckpoints<AgentSession> AgentCheckpoints { get; } = new(Options.CheckpointStreamsMax);

    /// <summary>Who is writing at the moment.</summary>
    internal TypingBoard Typing { get; } = new();
}
