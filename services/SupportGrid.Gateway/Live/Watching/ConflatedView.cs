using SupportGrid.Gateway.Live.Cursors;
using SupportGrid.Gateway.Live.Log;

namespace SupportGrid.Gateway.Live.Watching;

/// <summary>
/// What one view adds to the grammar that all conflated streams share: something of which only the latest frame counts.
/// One object per stream; it knows what its client has been shown.
/// </summary>
internal abstract class ConflatedView<TFrame, TResponse>
    where TFrame : class
    where TResponse : class
{
    public abstract CursorScope Scope { get; }

    /// <summary>Set whenever there may be another frame.</summary>
    public WakeSignal Wake { get; } = new();

    /// <summary>
    /// The latest frame; null before the first. Throws the status that the stream has to end with.
    /// </summary>
    public abstract TFrame? Latest { get; }

    /// <summary>
    /// The client holds what it was shown up to this point; not called when it begins without a cursor.
    /// </summary>
    public abstract void ResumeAfter(ShownPoint point);

    /// <summary>What of a frame the client lacks, in order; from now on it has it.</summary>
    public abstract IReadOnlyList<TResponse> Catch(TFrame frame);

    /// <summary>What a cursor is to stand for once the frame is shown.</summary>
    public abstract ShownPoint PointOf(TFrame frame);

    /// <summary>The response that ends the first frame of a stream without a cursor.</summary>
    public abstract TResponse Synced(TFrame frame);

    public abstract TResponse Bookmark(TFrame frame);

    /// <param name="cursor">Empty: no resume point.</param>
    /// <param name="now">When the response is sent.</param>
    public abstract void Stamp(TResponse response, string cursor, DateTimeOffset now);
}

/// <summary>What a client has been shown.</summary>
/// <param name="Position">Everything up to this position of the log.</param>
/// <param name="Mark">Tells what was shown from anything else; null for views that only the log changes.</param>
internal readonly record struct ShownPoint(long Position, ulong? Mark);
