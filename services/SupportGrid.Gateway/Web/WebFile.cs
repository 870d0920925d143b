namespace SupportGrid.Gateway.Web;

/// <summary>One file of the web application, in memory: they are few, small, and asked for again and again.</summary>
/// <param name="Plain">The bytes.</param>
/// <param name="Gzip">The same, compressed; null where it was not worth it.</param>
/// <param name="Brotli">The same, compressed better; null as above.</param>
/// <param name="Tag">Changes with the bytes.</param>
/// <param name="IsHashed">Its name changes with the bytes: it may be kept for ever.</param>
internal sealed record WebFile(
    string ContentType, byte[] Plain, byte[]? Gzip, byte[]? Brotli, string Tag, bool IsHashed);
