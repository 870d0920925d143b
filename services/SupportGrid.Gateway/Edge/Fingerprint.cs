using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;

namespace SupportGrid.Gateway.Edge;

/// <summary>
/// A hash of what a request asks for: the method and every field except the request id. It tells a repeated request
/// from another one under the same id. Requests have no maps, so their bytes are the same every time.
/// </summary>
public static class Fingerprint
{
    private const string RequestIdField = "request_id";

    public static string Of(string method, IMessage request)
    {
        var field = request.Descriptor.FindFieldByName(RequestIdField)
            ?? throw new ArgumentException($"{request.Descriptor.FullName} has no {RequestIdField}.", nameof(request));
        var id = field.Accessor.GetValue(request);
        field.Accessor.Clear(request);
        try
        {
            return Hash(method, request);
        }
        finally
        {
            field.Accessor.SetValue(request, id);
        }
    }

    private static string Hash(string method, IMessage request)
    {
        var size = request.CalculateSize();
        var name = Encoding.UTF8.GetByteCount(method);
        var rented = ArrayPool<byte>.Shared.Rent(name + 1 + size);
        try
        {
            var bytes = rented.AsSpan(0, name + 1 + size);
            Encoding.UTF8.GetBytes(method, bytes);
            bytes[name] = 0;
            request.WriteTo(bytes[(name + 1)..]);
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(bytes, hash);
            return Convert.ToHexStringLower(hash);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }
}
