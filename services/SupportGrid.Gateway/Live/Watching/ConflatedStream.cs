using Grpc.Core;
using SupportGrid.Gateway.Live.Cursors;

namespace SupportGrid.Gateway.Live.Watching;

/// <summary>
/// The one implementation of list-then-watch where only the latest counts: whatever a slow client misses, a newer frame
/// replaces.
/// </summary>
/// <remarks>
/// A frame is one step: the last of its responses carries its cursor. A stream that resumes is sent what its client
/// lacks of the latest frame, or, if that is nothing, a bookmark that says so.
/// </remarks>
internal sealed class ConflatedStream<TFrame, TResponse>(
    LiveServices services,
    ConflatedView<TFrame, TResponse> view,
    DateTimeOffset expiresAt,
    IServerStreamWriter<TResponse> stream,
    CancellationToken cancelled)
    where TFrame : class
    where TResponse : class
{
    private readonly string _name = view.Scope.View.ToString();
    private readonly CursorWriter _cursors = services.Cursors.WriterFor(view.Scope);
    private readonly ResponseWriter<TResponse> _writer = new(
        stream, TimeSpan.FromMilliseconds(services.Options.StreamWriteMsMax), services.Clock, cancelled);

    /// <summary>Runs until the client goes, or throws the status that the stream ends with.</summary>
    /// <param name="cursor">Empty: the whole first.</param>
    public async Task RunAsync(string cursor)
    {
        var resumes = Resume(cursor);
        using var alarms = new StreamAlarms(services, expiresAt, view.Wake, cancelled);
        services.Metrics.Opened(_name);
        try
        {
            await FollowAsync(resumes, alarms);
        }
        catch (Exception error) when (ClientGone.Explains(error, cancelled))
        {
            // Nobody is left to tell.
        }
        catch (ConsumerTooSlowException)
        {
            services.Metrics.TooSlow(_name);
            throw StreamEndings.ConsumerTooSlow();
        }
        finally
        {
            services.Metrics.Closed(_name);
            services.Metrics.Responded(_name, _writer.Written);
        }
    }

    /// <summary>A cursor that is too old is as none: the whole is no more than what has changed since.</summary>
    private bool Resume(string cursor)
    {
        if (cursor.Length == 0)
        {
            return false;
        }

        switch (services.Cursors.TryRead(cursor, view.Scope, out var position, out var mark))
        {
            case CursorProblem.None:
                view.ResumeAfter(new ShownPoint(position, mark));
                return true;
            case CursorProblem.TooOld:
                return false;
            case var problem:
                throw StreamEndings.Of(problem);
        }
    }

    private async Task FollowAsync(bool resumes, StreamAlarms alarms)
    {
        TFrame? shown = null;
        while (true)
        {
            alarms.ThrowIfOver();
            if (view.Latest is { } frame)
            {
                if (!ReferenceEquals(frame, shown))
                {
                    await ShowAsync(frame, isFirst: shown is null, resumes);
                    shown = frame;
                }

                if (alarms.BookmarkDue)
                {
                    alarms.BookmarkDue = false;
                    await SendAsync([view.Bookmark(frame)], frame);
                }
            }

            await view.Wake.WaitAsync();
        }
    }

    private ValueTask ShowAsync(TFrame frame, bool isFirst, bool resumes)
    {
        var responses = view.Catch(frame);
        return !isFirst ? SendAsync(responses, frame)
            : !resumes ? SendAsync([.. responses, view.Synced(frame)], frame)
            : SendAsync(responses.Count > 0 ? responses : [view.Bookmark(frame)], frame);
    }

    /// <summary>Only the last of them is a resume point: the frame is one step.</summary>
    private async ValueTask SendAsync(IReadOnlyList<TResponse> responses, TFrame frame)
    {
        if (responses.Count == 0)
        {
            return;
        }

        var now = services.Clock.GetUtcNow();
        var (position, mark) = view.PointOf(frame);
        for (var i = 0; i < responses.Count; i++)
        {
            view.Stamp(responses[i], i == responses.Count - 1 ? _cursors.Write(position, mark) : "", now);
            await _writer.WriteAsync(responses[i]);
        }

        await _writer.FlushAsync();
    }
}
