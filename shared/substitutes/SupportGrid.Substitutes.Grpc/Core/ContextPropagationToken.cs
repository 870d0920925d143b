namespace Grpc.Core;

/// <summary>Hands the deadline and the cancellation of a served call on to the calls it makes.</summary>
public abstract class ContextPropagationToken
{
    internal ContextPropagationToken()
    {
    }

    internal abstract DateTime? Deadline { get; }

    internal abstract CancellationToken CancellationToken { get; }
}
