using System.Text;
using System.Text.Json;
using SupportGrid.Compatibility.Tests.Golden;
using SupportGrid.Contracts.Events;

namespace SupportGrid.Compatibility.Tests.Events;

public sealed class EventGoldenTests
{
    public static TheoryData<string> Names { get; } = [.. EventCatalog.All.Select(e => e.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Encode_Sample_IsTheGoldenFile(string name)
    {
        var encoded = EventCodec.Default.Encode(Sample(name));

        var path = Golden(encoded.Type, encoded.SchemaVersion);
        Assert.Equal(GoldenFolder.Read(path, Indented(encoded.Data)), Indented(encoded.Data));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Decode_WhatWasEncoded_IsTheSameToTheByte(string name)
    {
        var encoded = EventCodec.Default.Encode(Sample(name));

        var decoded = EventCodec.Default.Decode(encoded.Type, encoded.SchemaVersion, encoded.Data);

        Assert.IsType(Sample(name).GetType(), decoded);
        Assert.Equal(encoded.Data.ToArray(), EventCodec.Default.Encode(decoded).Data.ToArray());
    }

    /// <summary>Every file of every version is read, also of versions that are no longer written.</summary>
    [Fact]
    public void Decode_EveryGoldenFile_Succeeds()
    {
        foreach (var path in Directory.EnumerateFiles(GoldenFolder.PathOf("events"), "*.json"))
        {
            var parts = Path.GetFileNameWithoutExtension(path).Split(".v");
            var version = int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture);

            var decoded = EventCodec.Default.Decode(parts[0], version, File.ReadAllBytes(path));

            Assert.Equal(EventCatalog.Find(parts[0])!.Clr, decoded.GetType());
        }
    }

    private static object Sample(string name) =>
        Assert.Single(EventSamples.All, e => e.GetType() == EventCatalog.Find(name)!.Clr);

    private static string Golden(string type, int version) => GoldenFolder.PathOf("events", $"{type}.v{version}.json");

    private static string Indented(ReadOnlyMemory<byte> json)
    {
        using var buffer = new MemoryStream();
        using (var document = JsonDocument.Parse(json))
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }))
        {
            document.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }
}
