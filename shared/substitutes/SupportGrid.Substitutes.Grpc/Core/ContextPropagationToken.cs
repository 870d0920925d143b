namespace Grpc.Core;

/// <summary>Hands the deadline and the cancellation of a served call on to the calls it makes.</summary>
public sealed class ContextPropagationToken
{
    internal ContextPropagationToken(DateTime? deadline, CancellationToken cancellationToken)
    {
        Deadline = deadline;
        CancellationToken = cancellationToken;
    }

    internal DateTime? Deadline { get; }

    internal CancellationToken CancellationToken { get; }
}
