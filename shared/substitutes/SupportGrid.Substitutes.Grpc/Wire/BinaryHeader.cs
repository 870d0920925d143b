namespace Grpc.Wire;

/// <summary>The values of "-bin" headers: base64, sent with padding, accepted without.</summary>
internal static class BinaryHeader
{
    public static string Encode(ReadOnlySpan<byte> value) => Convert.ToBase64String(value);

    /// <summary>The bytes of one value; null if it is not base64.</summary>
    public static byte[]? TryDecode(ReadOnlySpan<char> value)
    {
        value = value.Trim().TrimEnd('=');
        var length = value.Length * 3 / 4;
        Span<char> padded = value.Length <= 1024 ? stackalloc char[1028] : new char[value.Length + 4];
        value.CopyTo(padded);
        var end = value.Length;
        while (end % 4 != 0)
        {
            padded[end++] = '=';
        }

        var bytes = new byte[length];
        return Convert.TryFromBase64Chars(padded[..end], bytes, out var written) && written == length ? bytes : null;
    }
}
