using System.Security.Cryptography;
using System.Text;

namespace SupportGrid.Gateway.Live.Cursors;

/// <summary>What a cursor is good for: one view of one tenant, by one subject or on one thing.</summary>
public readonly record struct CursorScope(string Tenant, LiveView View, string Subject)
{
    internal const int HashBytes = 8;

    /// <summary>Parts are separated by their lengths: no two scopes write the same bytes.</summary>
    internal void Hash(Span<byte> destination)
    {
        var text = Encoding.UTF8.GetBytes($"{Tenant.Length}:{Tenant}{(int)View}:{Subject.Length}:{Subject}");
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text, hash);
        hash[..HashBytes].CopyTo(destination);
    }
}
