namespace SupportGrid.Gateway.Edge;

/// <summary>
/// Reasons of errors that are no refusals: who may call, limits, failures, and how a stream ends. Public, like the
/// codes of refusals: none ever changes its meaning.
/// </summary>
public static class EdgeReasons
{
    public const string InvalidFields = "INVALID_FIELDS";

    public const string TokenMissing = "TOKEN_MISSING";
    public const string TokenInvalid = "TOKEN_INVALID";
    public const string TokenExpired = "TOKEN_EXPIRED";
    public const string RoleMissing = "ROLE_MISSING";
    public const string MethodNotOpen = "METHOD_NOT_OPEN";
    public const string OtherCustomer = "OTHER_CUSTOMER";

    public const string RateLimited = "RATE_LIMITED";
    public const string TooManyStreams = "TOO_MANY_STREAMS";

    public const string StoreUnavailable = "STORE_UNAVAILABLE";
    public const string ActorsUnavailable = "ACTORS_UNAVAILABLE";
    public const string BoardUnavailable = "BOARD_UNAVAILABLE";
    public const string Timeout = "TIMEOUT";
    public const string Draining = "DRAINING";
    public const string Internal = "INTERNAL";

    public const string ConsumerTooSlow = "CONSUMER_TOO_SLOW";
    public const string SignedOut = "SIGNED_OUT";
    public const string CursorMalformed = "CURSOR_MALFORMED";
    public const string CursorForeign = "CURSOR_FOREIGN";
    public const string CursorInFuture = "CURSOR_IN_FUTURE";
    public const string CursorTooOld = "CURSOR_TOO_OLD";

    /// <summary>All of them; the document about errors names every one.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        InvalidFields, TokenMissing, TokenInvalid, TokenExpired, RoleMissing, MethodNotOpen, OtherCustomer, RateLimited,
        TooManyStreams, StoreUnavailable, ActorsUnavailable, BoardUnavailable, Timeout, Draining, Internal,
        ConsumerTooSlow, SignedOut, CursorMalformed, CursorForeign, CursorInFuture, CursorTooOld,
    ];
}
