using Grpc.Core;

namespace SupportGrid.Gateway.Live.Watching;

/// <summary>
/// The responses of one step of a stream, in order: those of one event, or of the snapshot. They leave while the step
/// goes on, all but the last, so that a long snapshot needs no memory here.
/// </summary>
internal sealed class Outbox<TResponse>(ResponseWriter<TResponse> writer)
    where TResponse : class
{
    private TResponse? _last;

    /// <summary>Set by a view that has nothing more to say: the stream ends after what was added.</summary>
    public StreamEnd? End { get; private set; }

    public ValueTask AddAsync(TResponse response)
    {
        var before = _last;
        _last = response;
        return before is null ? ValueTask.CompletedTask : writer.WriteAsync(before);
    }

    /// <summary>Ends the stream with OK once everything that was added is written.</summary>
    public void EndOk() => End = new StreamEnd(null);

    /// <summary>Ends the stream with a status once everything that was added is written.</summary>
    public void EndWith(RpcException error) => End = new StreamEnd(error);

    /// <summary>
    /// Takes the last response of the step, which is the one to carry the step's cursor; null if it had none.
    /// </summary>
    public TResponse? FinishStep()
    {
        var last = _last;
        _last = null;
        return last;
    }
}
