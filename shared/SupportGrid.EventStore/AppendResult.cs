namespace SupportGrid.EventStore;

/// <summary>The answer to an <see cref="AppendRequest"/>. Only <see cref="Appended"/> has changed anything.</summary>
public abstract record AppendResult
{
    private AppendResult()
    {
    }

    /// <summary>The events are durable and every reader can see them.</summary>
    /// <param name="FirstPosition">The position of the request's first event; the others follow without a gap.</param>
    /// <param name="LastPosition">The position of its last event.</param>
    /// <param name="Version">The stream's version after the append.</param>
    public sealed record Appended(long FirstPosition, long LastPosition, long Version) : AppendResult;

    /// <summary>The stream is not at the version the decision was made on.</summary>
    /// <param name="Actual">The version it is at.</param>
    public sealed record WrongVersion(long Actual) : AppendResult;

    /// <summary>Another stream of the tenant holds one of the claimed keys.</summary>
    /// <param name="Claim">The first such key, in the order of the request.</param>
    /// <param name="Stream">The stream that holds it.</param>
    public sealed record ClaimTaken(string Claim, string Stream) : AppendResult;
}
