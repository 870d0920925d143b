namespace SupportGrid.Gateway.Identity;

/// <summary>A token and when it ends.</summary>
public sealed record IssuedToken(string Token, DateTimeOffset ExpiresAt)
{
    /// <summary>Never the token itself: records end up in logs.</summary>
    public override string ToString() => $"token until {ExpiresAt:O}";
}
