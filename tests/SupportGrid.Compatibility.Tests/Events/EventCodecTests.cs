using System.Text;
using System.Text.Json.Nodes;
using SupportGrid.Contracts.Events;
using SupportGrid.Domain;
using SupportGrid.Domain.Interactions;

namespace SupportGrid.Compatibility.Tests.Events;

public sealed class EventCodecTests
{
    private const string Held = """{"agent":"ana","at":"2026-03-29T01:59:59Z"}""";

    [Fact]
    public void Decode_UnknownType_NamesIt()
    {
        var refused = Assert.Throws<UnknownEventException>(() => Decode("TeaServed", 1, "{}"));

        Assert.Equal("TeaServed", refused.Type);
        Assert.Contains("TeaServed", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Decode_VersionThatThisBuildDoesNotKnow_NamesIt(int version)
    {
        var refused = Assert.Throws<UnknownEventException>(() => Decode("InteractionHeld", version, Held));

        Assert.Equal(version, refused.SchemaVersion);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"at":"2026-03-29T01:59:59Z"}""")]
    [InlineData("""{"agent":null,"at":"2026-03-29T01:59:59Z"}""")]
    [InlineData("""{"agent":"ana","at":"2026-03-29T01:59:59Z","more":1}""")]
    [InlineData("""{"agent":"ana","at":"yesterday"}""")]
    public void Decode_BodyThatDoesNotFit_Throws(string body) =>
        Assert.Equal("InteractionHeld", Assert.Throws<BrokenBodyException>(() => Decode("InteractionHeld", 1, body)).Type);

    [Fact]
    public void Decode_OlderVersions_PassEveryUpcasterInTurn()
    {
        var codec = new EventCodec(
            [EventCatalog.Find("InteractionHeld")! with { SchemaVersion = 3 }],
            [new Rename("InteractionHeld", 1, "who", "worker"), new Rename("InteractionHeld", 2, "worker", "agent")]);

        var first = codec.Decode("InteractionHeld", 1, Bytes(Held.Replace("agent", "who", StringComparison.Ordinal)));
        var second = codec.Decode("InteractionHeld", 2, Bytes(Held.Replace("agent", "worker", StringComparison.Ordinal)));
        var third = codec.Decode("InteractionHeld", 3, Bytes(Held));

        Assert.All([first, second, third], e => Assert.Equal("ana", Assert.IsType<InteractionHeld>(e).Agent));
    }

    [Fact]
    public void Construct_VersionWithoutUpcaster_Throws() =>
        Assert.Throws<ArgumentException>(
            () => new EventCodec([EventCatalog.Find("InteractionHeld")! with { SchemaVersion = 2 }], []));

    [Fact]
    public void Construct_UpcasterThatLeadsNowhere_Throws() =>
        Assert.Throws<ArgumentException>(
            () => new EventCodec(EventCatalog.All, [new Rename("InteractionHeld", 1, "a", "b")]));

    [Fact]
    public void Encode_ClassOutsideTheCatalogue_Throws() =>
        Assert.Throws<ArgumentException>(() => EventCodec.Default.Encode("a string"));

    [Fact]
    public void Encode_Enums_AreWrittenByName()
    {
        var encoded = EventCodec.Default.Encode(new ChannelSwitched(Channel.Chat, Channel.Voice, SampleParts.At));

        Assert.Equal(
            """{"from":"Chat","to":"Voice","at":"2026-03-29T01:59:59.123+00:00"}""", Encoding.UTF8.GetString(encoded.Data.Span));
    }

    [Fact]
    public void Encode_BodyLargerThanTheKeptBuffer_IsWhole()
    {
        var text = new string('x', 300_000);
        var said = new MessageSaid(1, "m", Party.Customer, "c", text, Channel.Chat, null, SampleParts.At);

        var encoded = EventCodec.Default.Encode(said);

        Assert.Equal(said, EventCodec.Default.Decode(encoded.Type, encoded.SchemaVersion, encoded.Data));
        Assert.Equal(encoded.Data.Length, EventCodec.Default.Encode(said).Data.Length);
    }

    [Fact]
    public void Encode_FromManyThreads_KeepsBodiesApart() =>
        Parallel.For(0, 10_000, i =>
        {
            var held = new InteractionHeld($"agent-{i}", SampleParts.At);
            var encoded = EventCodec.Default.Encode(held);
            Assert.Equal(held, EventCodec.Default.Decode(encoded.Type, encoded.SchemaVersion, encoded.Data));
        });

    private static object Decode(string type, int version, string body) =>
        EventCodec.Default.Decode(type, version, Bytes(body));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private sealed class Rename(string type, int from, string before, string after) : IEventUpcaster
    {
        public string Type => type;

        public int FromVersion => from;

        public JsonObject Upcast(JsonObject body)
        {
            body[after] = body[before]!.DeepClone();
            body.Remove(before);
            return body;
        }
    }
}
