namespace SupportGrid.Gateway.Live.Log;

/// <summary>Which events of one tenant a reader wants: all, or those of a stream, of an audience, or of both.</summary>
public sealed record LogInterest(string Tenant, string? Stream = null, string? Audience = null)
{
    internal bool WantsAll => Stream is null && Audience is null;
}
