using Microsoft.Extensions.Logging;

namespace SupportGrid.Gateway;

/// <summary>
/// Everything the edge of the gateway can say. Never a subject, a name, a text or a token. Numbers from 3000.
/// </summary>
internal static partial class GatewayLog
{
    [LoggerMessage(
        3000,
        LogLevel.Error,
        "{Method} failed by a bug of ours; the caller was told correlation id {CorrelationId}.")]
    public static partial void CallBroke(this ILogger logger, Exception exception, string method, string correlationId);

    [LoggerMessage(3001, LogLevel.Warning, "{Method} could not be carried out now: {Reason}.")]
    public static partial void CallFailed(this ILogger logger, Exception exception, string method, string reason);

    [LoggerMessage(3002, LogLevel.Information, "{Method} was not allowed: {Reason}; tenant {Tenant}.")]
    public static partial void CallDenied(this ILogger logger, string method, string reason, string tenant);

    [LoggerMessage(3003, LogLevel.Debug, "{Method} was refused: {Reason}.")]
    public static partial void CallRefused(this ILogger logger, string method, string reason);

    [LoggerMessage(
        3004,
        LogLevel.Warning,
        "{Method} is in no role's hands and was refused: add it to the table of roles.")]
    public static partial void MethodWithoutRole(this ILogger logger, string method);

    [LoggerMessage(3005, LogLevel.Information, "Tenant {Tenant} reached a limit: {Reason}.")]
    public static partial void LimitReached(this ILogger logger, string tenant, string reason);

    [LoggerMessage(
        3006,
        LogLevel.Information,
        "Asked to stop: not ready any more; streams are told to go on elsewhere in {DelayMs} ms.")]
    public static partial void Draining(this ILogger logger, int delayMs);

    [LoggerMessage(3007, LogLevel.Information, "Tokens are issued and checked locally; key {KeyId}.")]
    public static partial void LocalIssuerOn(this ILogger logger, string keyId);

    [LoggerMessage(3008, LogLevel.Information, "Tokens of {Authority} are believed.")]
    public static partial void AuthorityOn(this ILogger logger, string authority);

    [LoggerMessage(3009, LogLevel.Information, "A token was issued in tenant {Tenant} with roles {Roles}.")]
    public static partial void TokenIssued(this ILogger logger, string tenant, string roles);

    [LoggerMessage(
        3010,
        LogLevel.Information,
        "Configuration version {Version} of tenant {Tenant} is in force; {Changes} entries differ.")]
    public static partial void ConfigurationInForce(this ILogger logger, int version, string tenant, int changes);

    [LoggerMessage(3011, LogLevel.Information, "A web page of a foreign origin was refused.")]
    public static partial void OriginRefused(this ILogger logger);

    [LoggerMessage(3012, LogLevel.Debug, "A guest was let into tenant {Tenant}.")]
    public static partial void GuestCame(this ILogger logger, string tenant);
}
