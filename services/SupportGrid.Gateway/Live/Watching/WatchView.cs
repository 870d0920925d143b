using SupportGrid.Gateway.Live.Cursors;
using SupportGrid.Gateway.Live.Log;

namespace SupportGrid.Gateway.Live.Watching;

/// <summary>What one view adds to the grammar that all resumable streams share. One object per stream.</summary>
/// <remarks>
/// <para>Order of calls: <see cref="OpenAsync"/>; without a cursor <see cref="ListAsync"/>; then
/// <see cref="FollowAsync"/> for every event of interest in order of position, mixed with <see cref="TickAsync"/>; at
/// last, however the stream ends, <see cref="DisposeAsync"/>. One call at a time.</para>
/// <para>What <see cref="FollowAsync"/> adds must be a function of the log up to the event and of nothing else: only
/// then does a stream that resumes go on exactly as the broken one would have.</para>
/// </remarks>
internal abstract class WatchView<TResponse> : IAsyncDisposable
    where TResponse : class
{
    public abstract LogInterest Interest { get; }

    public abstract CursorScope Scope { get; }

    /// <summary>Checks whether there is anything to watch, and starts what must run beside the stream.</summary>
    public virtual ValueTask OpenAsync(WatchRun run) => ValueTask.CompletedTask;

    /// <summary>Adds the snapshot. It may show states that are newer than where the stream stands.</summary>
    /// <returns>The highest position that the snapshot shows something of; 0 if nothing.</returns>
    public abstract ValueTask<long> ListAsync(Outbox<TResponse> output, CancellationToken cancellationToken);

    /// <summary>Adds what a client is to know of an event; nothing where the snapshot has already shown it.</summary>
    public abstract ValueTask FollowAsync(
        LiveEvent item, Outbox<TResponse> output, CancellationToken cancellationToken);

    /// <summary>Adds what is due beside events: conflated numbers. Called whenever the stream has caught up.</summary>
    public virtual ValueTask TickAsync(Outbox<TResponse> output, CancellationToken cancellationToken) =>
        ValueTask.CompletedTask;

    /// <summary>The response that ends the snapshot.</summary>
    public abstract TResponse Synced();

    public abstract TResponse Bookmark();

    /// <summary>Makes a response a resume point.</summary>
    public abstract void Stamp(TResponse response, string cursor);

    /// <summary>Ends whatever runs beside the stream.</summary>
    public abstract ValueTask DisposeAsync();
}
