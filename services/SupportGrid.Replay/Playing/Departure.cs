namespace SupportGrid.Replay.Playing;

/// <summary>
/// Whether a customer who is not patient goes or stays. It is decided once: by the patience that ends, or by the agent
/// who comes before.
/// </summary>
internal sealed class Departure : IDisposable
{
    private const int Open = 0;
    private const int Staying = 1;
    private const int Going = 2;

    private readonly CancellationTokenSource _stay = new();
    private int _decided;

    /// <summary>The customer has decided to go.</summary>
    public bool IsGoing => Volatile.Read(ref _decided) == Going;

    /// <summary>Cancelled when the customer stays.</summary>
    public CancellationToken Stay => _stay.Token;

    /// <summary>False: an agent was faster.</summary>
    public bool TryGo() => Interlocked.CompareExchange(ref _decided, Going, Open) == Open;

    /// <summary>An agent is there.</summary>
    public void TryStay()
    {
        if (Interlocked.CompareExchange(ref _decided, Staying, Open) == Open)
        {
            _stay.Cancel();
        }
    }

    public void Dispose() => _stay.Dispose();
}
