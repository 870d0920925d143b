namespace SupportGrid.Gateway.Live;

/// <summary>Tells every open stream that the gateway goes down. Disposing it is not needed to stop.</summary>
public sealed class LiveStop : IDisposable
{
    private readonly CancellationTokenSource _source = new();

    /// <summary>Cancelled once the gateway drains or the log cannot be followed any more.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Ends every stream with UNAVAILABLE, now and from now on.</summary>
    public void Drain() => _source.Cancel();

    public void Dispose() => _source.Dispose();
}
