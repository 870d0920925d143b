namespace SupportGrid.Client;

/// <summary>
/// Cancels a stream on which nothing arrives for too long, by the client's clock; or when its consumer leaves.
/// </summary>
internal sealed class StreamSilence : IDisposable
{
    private readonly TimeSpan _most;
    private readonly CancellationTokenSource _tooLong;
    private readonly CancellationTokenSource _either;

    public StreamSilence(SupportGridClientOptions options, CancellationToken consumer)
    {
        _most = options.StreamSilenceMax;
        _tooLong = new CancellationTokenSource(_most, options.Time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(consumer, _tooLong.Token);
    }

    public CancellationToken Token => _either.Token;

    public bool IsTooLong => _tooLong.IsCancellationRequested;

    /// <summary>From now on the server is waited for.</summary>
    public void Begin() => _tooLong.CancelAfter(_most);

    /// <summary>Something has arrived.</summary>
    public void End() => _tooLong.CancelAfter(Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        _either.Dispose();
        _tooLong.Dispose();
    }
}
