using System.Text;
using Grpc.Wire;

namespace SupportGrid.Substitutes.Grpc.Tests.Wire;

public sealed class WireTests
{
    [Theory]
    [InlineData("plain text", "plain text")]
    [InlineData("100%", "100%25")]
    [InlineData("a\r\nb", "a%0D%0Ab")]
    [InlineData("ü😈", "%C3%BC%F0%9F%98%88")]
    [InlineData("", "")]
    public void PercentEncoding_RoundTrips(string text, string encoded)
    {
        Assert.Equal(encoded, PercentEncoding.Encode(text));
        Assert.Equal(text, PercentEncoding.Decode(encoded));
    }

    [Theory]
    [InlineData("50%")]
    [InlineData("%zz")]
    [InlineData("%4")]
    public void PercentEncoding_BadlyEncoded_IsKept(string encoded) =>
        Assert.Equal(encoded, PercentEncoding.Decode(encoded));

    [Theory]
    [InlineData(10L, "1u")]
    [InlineData(1L, "1u")]
    [InlineData(11L, "2u")]
    [InlineData(TimeSpan.TicksPerSecond, "1000000u")]
    [InlineData(100 * TimeSpan.TicksPerSecond, "100000m")]
    [InlineData(99 * TimeSpan.TicksPerSecond, "99000000u")]
    [InlineData(100_000_000 * TimeSpan.TicksPerMillisecond, "100000S")]
    [InlineData(100_000_000 * TimeSpan.TicksPerSecond, "1666667M")]
    [InlineData(0L, "1n")]
    [InlineData(-5L, "1n")]
    public void Timeout_Encoded_IsNeverTooShort(long ticks, string header)
    {
        Assert.Equal(header, GrpcTimeout.Encode(TimeSpan.FromTicks(ticks)));
        Assert.True(GrpcTimeout.TryDecode(header, out var decoded));
        Assert.True(decoded.Ticks >= ticks);
    }

    [Theory]
    [InlineData("1H", TimeSpan.TicksPerHour)]
    [InlineData("2M", 2 * TimeSpan.TicksPerMinute)]
    [InlineData("3S", 3 * TimeSpan.TicksPerSecond)]
    [InlineData("4m", 4 * TimeSpan.TicksPerMillisecond)]
    [InlineData("5u", 50L)]
    [InlineData("150n", 2L)]
    [InlineData("99999999H", 99_999_999 * TimeSpan.TicksPerHour)]
    public void Timeout_Decoded_HasItsUnit(string header, long ticks)
    {
        Assert.True(GrpcTimeout.TryDecode(header, out var timeout));
        Assert.Equal(ticks, timeout.Ticks);
    }

    [Theory]
    [InlineData("")]
    [InlineData("S")]
    [InlineData("5")]
    [InlineData("5x")]
    [InlineData("-5S")]
    [InlineData("+5S")]
    [InlineData("5 S")]
    [InlineData("123456789S")]
    [InlineData(null)]
    public void Timeout_Malformed_IsRefused(string? header) => Assert.False(GrpcTimeout.TryDecode(header, out _));

    [Theory]
    [InlineData("", "")]
    [InlineData("AQ==", "1")]
    [InlineData("AQ", "1")]
    [InlineData("AQI", "1,2")]
    [InlineData("AQID", "1,2,3")]
    public void BinaryHeader_WithOrWithoutPadding_IsDecoded(string header, string bytes) =>
        Assert.Equal(bytes, string.Join(',', BinaryHeader.TryDecode(header)!));

    [Theory]
    [InlineData("A")]
    [InlineData("A*==")]
    public void BinaryHeader_NoBase64_IsNull(string header) => Assert.Null(BinaryHeader.TryDecode(header));

    [Fact]
    public void BinaryHeader_Long_RoundTrips()
    {
        var bytes = Enumerable.Range(0, 5_000).Select(i => (byte)i).ToArray();

        Assert.Equal(bytes, BinaryHeader.TryDecode(BinaryHeader.Encode(bytes)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(4096)]
    public async Task Base64Stream_PaddedPiecesInAnyChunks_AreDecoded(int chunk)
    {
        var plain = Enumerable.Range(0, 10_000).Select(i => (byte)i).ToArray();
        var text = string.Concat(plain.Chunk(997).Select(Convert.ToBase64String));
        await using var stream = new Base64DecodingStream(new ChunkedStream(Encoding.ASCII.GetBytes(text), chunk));
        using var decoded = new MemoryStream();

        await stream.CopyToAsync(decoded);

        Assert.Equal(plain, decoded.ToArray());
    }

    [Fact]
    public async Task Base64Stream_EndsWithinAGroup_Throws()
    {
        await using var stream = new Base64DecodingStream(new MemoryStream("AQI"u8.ToArray()));

        await Assert.ThrowsAsync<InvalidDataException>(() => stream.CopyToAsync(Stream.Null));
    }

    private sealed class ChunkedStream(byte[] bytes, int chunk) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(chunk, buffer.Length)], cancellationToken);
    }
}
