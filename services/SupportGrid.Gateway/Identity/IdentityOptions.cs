namespace SupportGrid.Gateway.Identity;

/// <summary>Whose tokens are believed: those of the local issuer, or those of one OIDC authority, never both.</summary>
public sealed record IdentityOptions
{
    /// <summary>Null: the local issuer.</summary>
    public OidcOptions? Oidc { get; init; }

    /// <summary>How far the clocks of issuer and gateway may differ.</summary>
    public int ClockSkewMs { get; init; } = 30_000;

    /// <summary>Validated tokens kept in memory, so that a signature is not checked for every call.</summary>
    public int CachedTokensMax { get; init; } = 20_000;

    /// <summary>A token is validated again after this time, so that a withdrawn key stops working.</summary>
    public int CachedTokenMs { get; init; } = 60_000;

    /// <summary>Characters of a token; longer ones are not looked at.</summary>
    public int TokenLengthMax { get; init; } = 8_192;
}
