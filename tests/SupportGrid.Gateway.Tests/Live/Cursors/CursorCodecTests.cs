using SupportGrid.EventStore;
using SupportGrid.Gateway.Live;
using SupportGrid.Gateway.Live.Cursors;
using SupportGrid.Gateway.Tests.Live.Floor;
using SupportGrid.Gateway.Tests.Live.Record;

namespace SupportGrid.Gateway.Tests.Live.Cursors;

public sealed class CursorCodecTests
{
    private static readonly CursorScope _scope = new("acme", LiveView.Desk, "ana");
    private readonly FakeLog _log = new();

    [Fact]
    public async Task TryRead_PastAndCurrentPosition_GivesIt()
    {
        await AppendAsync(300);
        var codec = CodecOf();

        foreach (var position in new[] { 0L, 1, 127, 128, 300 })
        {
            var cursor = codec.WriterFor(_scope).Write(position);
            Assert.Equal(CursorProblem.None, codec.TryRead(cursor, _scope, out var read));
            Assert.Equal(position, read);
            Assert.Equal(position, CursorReader.PositionOf(cursor));
        }
    }

    [Fact]
    public async Task TryRead_WithAMark_GivesBothAndNeverOneForTheOther()
    {
        await AppendAsync(300);
        var codec = CodecOf();
        foreach (var mark in new ulong?[] { null, 0, 1, 0x8080_8080_8080_8080, ulong.MaxValue })
        {
            var cursor = codec.WriterFor(_scope).Write(300, mark);
            Assert.Equal(CursorProblem.None, codec.TryRead(cursor, _scope, out var position, out var read));
            Assert.Equal((300L, mark), (position, read));
            Assert.Equal(300, CursorReader.PositionOf(cursor));
        }
    }

    [Fact]
    public async Task TryRead_PositionBeyondTheHead_IsInFuture()
    {
        await AppendAsync(5);
        Assert.Equal(CursorProblem.InFuture, Read(CodecOf().WriterFor(_scope).Write(6)));
        Assert.Equal(CursorProblem.InFuture, Read(CodecOf().WriterFor(_scope).Write(long.MaxValue)));
    }

    [Theory]
    [InlineData(9, CursorProblem.TooOld)]
    [InlineData(10, CursorProblem.None)]
    [InlineData(11, CursorProblem.None)]
    internal async Task TryRead_AroundTheOldestPosition_IsTooOldOnlyBeforeIt(long position, CursorProblem problem)
    {
        // The log begins with 11: whoever has seen 10 misses nothing.
        await AppendAsync(20);
        _log.Trim(10);

        Assert.Equal(problem, Read(CodecOf().WriterFor(_scope).Write(position)));
    }

    [Theory]
    [InlineData(9, CursorProblem.TooOld)]
    [InlineData(10, CursorProblem.None)]
    internal async Task TryRead_FurtherBehindThanAllowed_IsTooOld(long position, CursorProblem problem)
    {
        await AppendAsync(20);
        var codec = CodecOf(static o => o with { ResumePositionsMax = 10 });

        Assert.Equal(problem, codec.TryRead(codec.WriterFor(_scope).Write(position), _scope, out _));
    }

    [Theory]
    [InlineData("globex", LiveView.Desk, "ana")]
    [InlineData("acme", LiveView.Customer, "ana")]
    [InlineData("acme", LiveView.Desk, "ben")]
    [InlineData("acm", LiveView.Desk, "eana")]
    public void TryRead_AnotherScope_IsForeign(string tenant, LiveView view, string subject)
    {
        var cursor = CodecOf().WriterFor(new CursorScope(tenant, view, subject)).Write(0);
        Assert.Equal(CursorProblem.Foreign, Read(cursor));
    }

    [Fact]
    public void TryRead_AnotherLog_IsForeign()
    {
        var cursor = CodecOf().WriterFor(_scope).Write(0);
        _log.Epoch = "log-2";
        Assert.Equal(CursorProblem.Foreign, Read(cursor));
    }

    [Fact]
    public void TryRead_AnotherKey_IsMalformed()
    {
        var cursor = CodecOf(static o => o with { CursorKey = Enumerable.Repeat((byte)1, 32).ToArray() })
            .WriterFor(_scope).Write(0);
        Assert.Equal(CursorProblem.Malformed, Read(cursor));
    }

    [Fact]
    public async Task TryRead_EveryChangedCharacterAndEveryLength_IsMalformed()
    {
        await AppendAsync(200);
        var cursor = CodecOf().WriterFor(_scope).Write(150);
        for (var i = 0; i < cursor.Length; i++)
        {
            foreach (var other in "A-_9z=+/ \u00e9")
            {
                var forged = cursor[..i] + other + cursor[(i + 1)..];
                Assert.True(forged == cursor || Read(forged) == CursorProblem.Malformed, $"\"{forged}\" was taken.");
            }

            Assert.Equal(CursorProblem.Malformed, Read(cursor[..i]));
        }

        Assert.Equal(CursorProblem.Malformed, Read(cursor + "A"));
        Assert.Equal(CursorProblem.Malformed, Read(cursor + "="));
    }

    [Fact]
    public void TryRead_Noise_IsMalformed()
    {
        var random = new Random(4711);
        for (var i = 0; i < 2_000; i++)
        {
            var noise = new char[random.Next(0, 120)];
            for (var c = 0; c < noise.Length; c++)
            {
                noise[c] = random.Next(4) == 0
                    ? (char)random.Next(1, 0xD7FF)
                    : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"[random.Next(64)];
            }

            Assert.Equal(CursorProblem.Malformed, Read(new string(noise)));
        }
    }

    [Fact]
    public void New_ShortKey_IsRefused() => Assert.Throws<ArgumentException>(
        () => CodecOf(static o => o with { CursorKey = new byte[31] }));

    private CursorProblem Read(string cursor) => CodecOf().TryRead(cursor, _scope, out _);

    private CursorCodec CodecOf(Func<LiveOptions, LiveOptions>? configure = null)
    {
        var options = new LiveOptions { CursorKey = new byte[32] };
        return new CursorCodec(_log, configure?.Invoke(options) ?? options);
    }

    private async Task AppendAsync(int events)
    {
        var added = Enumerable.Range(1, events)
            .Select(static i => new NewEvent(
                new Guid(i, 0, 0, new byte[8]), "e", 1, DateTimeOffset.UnixEpoch, "{}"u8.ToArray()));
        await _log.AppendAsync(new AppendRequest("acme", "s/1", 0, [.. added]));
    }
}
