using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;

namespace SupportGrid.Empathy.Models;

/// <summary>
/// The bytes of a model, version 1, little-endian: "SGEM" · format version (2 bytes) · 0 (2) · length of the header (4)
/// · header (JSON, UTF-8) · a byte of rarity for each bucket · signed bytes of weights, feature by feature, the labels
/// of a feature side by side · SHA-256 of everything before (32). The same model gives the same bytes.
/// </summary>
public static class ModelFile
{
    public const ushort FormatVersion = 1;
    private const int PrefixBytes = 12;
    private const int HeaderBytesMax = 1 << 20;

    private static ReadOnlySpan<byte> Magic => "SGEM"u8;

    public static byte[] Write(LinearModel model)
    {
        var header = JsonSerializer.SerializeToUtf8Bytes(model.Header, ModelJson.Default.ModelHeader);
        var body = PrefixBytes + header.Length + model.Rarity.Length + model.Weights.Length;
        var file = new byte[body + SHA256.HashSizeInBytes];
        Magic.CopyTo(file);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(4), FormatVersion);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(8), header.Length);
        header.CopyTo(file.AsSpan(PrefixBytes));
        model.Rarity.CopyTo(file.AsSpan(PrefixBytes + header.Length));
        System.Runtime.InteropServices.MemoryMarshal.AsBytes(model.Weights)
            .CopyTo(file.AsSpan(PrefixBytes + header.Length + model.Rarity.Length));
        SHA256.HashData(file.AsSpan(0, body), file.AsSpan(body));
        return file;
    }

    /// <summary>Reads a model and checks everything about it.</summary>
    /// <exception cref="ModelFormatException">The file is foreign, newer, damaged or unsound.</exception>
    public static LinearModel Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < Magic.Length || !file[..Magic.Length].SequenceEqual(Magic))
        {
            throw new ModelFormatException(
                ModelFault.Foreign, "This is no SupportGrid model file: it does not begin with SGEM.");
        }

        if (file.Length < PrefixBytes + SHA256.HashSizeInBytes)
        {
            throw Damaged("it ends before its header");
        }

        var version = BinaryPrimitives.ReadUInt16LittleEndian(file[4..]);
        if (version > FormatVersion)
        {
            throw new ModelFormatException(
                ModelFault.Newer,
                $"The model file has format {version}; this version of SupportGrid reads up to {FormatVersion}. Update SupportGrid.");
        }

        var body = file[..^SHA256.HashSizeInBytes];
        if (version == 0 || !SHA256.HashData(body).AsSpan().SequenceEqual(file[^SHA256.HashSizeInBytes..]))
        {
            throw Damaged("its hash does not fit its content");
        }

        var headerBytes = BinaryPrimitives.ReadInt32LittleEndian(body[8..]);
        if (headerBytes is < 2 or > HeaderBytesMax || headerBytes > body.Length - PrefixBytes)
        {
            throw Unsound("its header has an impossible length");
        }

        var header = ReadHeader(body.Slice(PrefixBytes, headerBytes));
        var tables = body[(PrefixBytes + headerBytes)..];
        var weights = (long)header.Features.Features * header.Labels.Length;
        if (tables.Length != header.Features.Buckets + weights)
        {
            throw Unsound("its tables do not have the size that its header says");
        }

        return new LinearModel(
            header,
            tables[..header.Features.Buckets].ToArray(),
            System.Runtime.InteropServices.MemoryMarshal.Cast<byte, sbyte>(tables[header.Features.Buckets..]).ToArray());
    }

    /// <summary>
    /// The hash that a model card states, in lower-case hexadecimal digits: SHA-256 of the whole file.
    /// </summary>
    public static string HashOf(ReadOnlySpan<byte> file) => Convert.ToHexStringLower(SHA256.HashData(file));

    private static ModelHeader ReadHeader(ReadOnlySpan<byte> json)
    {
        try
        {
            var header = JsonSerializer.Deserialize(json, ModelJson.Default.ModelHeader);
            return header is { IsSound: true } ? header : throw Unsound("its header states something impossible");
        }
        catch (JsonException e)
        {
            throw Unsound("its header is no JSON that fits: " + e.Message);
        }
    }

    private static ModelFormatException Damaged(string why) =>
        new(ModelFault.Damaged, $"The model file is damaged: {why}.");

    private static ModelFormatException Unsound(string why) =>
        new(ModelFault.Unsound, $"The model file is unsound: {why}.");
}
