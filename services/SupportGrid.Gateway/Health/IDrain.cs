namespace SupportGrid.Gateway.Health;

/// <summary>Whether the gateway is on its way down.</summary>
/// <remarks>
/// Order on stop: readiness goes off, load balancers get time to look, then <see cref="Draining"/> is cancelled and
/// every stream ends with UNAVAILABLE, reason DRAINING; the server stops after that. Unary calls are served until the
/// end.
/// </remarks>
public interface IDrain
{
    /// <summary>False from the moment on in which the gateway was asked to stop.</summary>
    bool IsReady { get; }

    /// <summary>Cancelled when streams are to go on elsewhere.</summary>
    CancellationToken Draining { get; }
}
