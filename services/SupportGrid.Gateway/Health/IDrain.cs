namespace SupportGrid.Gateway.Health;

/// <summary>Whether the gateway is on its way down.</summary>
/// <remarks>
/// Order on stop: readiness goes off, load balancers get time to look, every stream ends with UNAVAILABLE, reason
/// DRAINING, then the server stops. Unary calls are served until the end.
/// </remarks>
public interface IDrain
{
    /// <summary>False from the moment on in which the gateway was asked to stop.</summary>
    bool IsReady { get; }
}
