namespace SupportGrid.EventStore.Tests.Suite;

public abstract class AppendSuite : LogSuite
{
    [Fact]
    public async Task Append_FirstEvent_HasPositionAndVersionOne()
    {
        var appended = await AppendAsync("interaction/1", 0);

        Assert.Equal(new AppendResult.Appended(1, 1, 1), appended);
        Assert.Equal(1, Feed.Head);
    }

    [Fact]
    public async Task Append_SeveralEvents_FollowEachOtherWithoutGaps()
    {
        await AppendAsync("interaction/1", 0, events: 2);
        await AppendAsync("interaction/2", 0, events: 3);
        var appended = await AppendAsync("interaction/1", 2, events: 2);

        Assert.Equal(new AppendResult.Appended(6, 7, 4), appended);
        Assert.Equal([1L, 2, 3, 4, 5, 6, 7], (await WholeLogAsync()).Select(e => e.Position));
        Assert.Equal([1L, 2, 3, 4], (await StreamAsync("interaction/1")).Select(e => e.Version));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Append_OnAnotherVersion_IsRefusedWithTheActualOneAndChangesNothing(long expectedVersion)
    {
        await AppendAsync("interaction/1", 0, events: 2);

        var result = await Store.AppendAsync(Given.Append("interaction/1", expectedVersion) with
        {
            Reactions = [Given.Reaction()],
            Claims = ["phone/1"],
            Mark = new StreamMark("interaction", "billing", true),
        });

        Assert.Equal(new AppendResult.WrongVersion(2), result);
        Assert.Equal(2, Feed.Head);
        Assert.Empty(await Store.ReadPendingReactionsAsync(10));
        Assert.Null(await Store.FindClaimAsync(Given.Tenant, "phone/1"));
        Assert.Empty(await Store.ListOpenAsync("interaction"));
    }

    [Fact]
    public async Task Append_SameStreamNameInTwoTenants_IsTwoStreams()
    {
        await AppendAsync(Given.Append("agent/a7", 0, tenant: "acme"));
        await AppendAsync(Given.Append("agent/a7", 0, tenant: "bolt"));

        Assert.Equal("acme", Assert.Single(await StreamAsync("agent/a7", "acme")).Tenant);
        Assert.Equal("bolt", Assert.Single(await StreamAsync("agent/a7", "bolt")).Tenant);
    }

    [Fact]
    public async Task Append_EveryField_IsReadBackAsItWasWritten_LiveAndFromDisk()
    {
        var added = new NewEvent(
            Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"),
            "offer-issued",
            3,
            new DateTimeOffset(2026, 3, 1, 13, 0, 0, TimeSpan.FromHours(1)).AddTicks(1_234_567),
            Given.Json("""{ "name" : "Zoë \u0041", "n": 1e2, "line": "a\nb" }"""))
        {
            Audience = "agent/a7",
            Body = "decoded",
        };
        await AppendAsync(new AppendRequest("ténant \"1\"", "agent/日本", 0, [added])
        {
            RequestId = "r-1",
            RequestHash = "h",
            Actor = "",
            CausationId = Guid.Parse("ffeeddcc-bbaa-9988-7766-554433221100"),
            CorrelationId = "c-1",
        });
        var live = Assert.Single(await WholeLogAsync());
        await ReopenAsync();
        var stored = Assert.Single(await WholeLogAsync());

        Assert.Equal("decoded", live.Body);
        Assert.Null(stored.Body);
        foreach (var found in new[] { live, stored })
        {
            Assert.Equal(added.Data.ToArray(), found.Data.ToArray());
            Assert.Equal(
                new RecordedEvent(
                    1, "ténant \"1\"", "agent/日本", 1, added.EventId, "offer-issued", 3, added.At, found.Data)
                {
                    RequestId = "r-1",
                    RequestHash = "h",
                    Actor = "",
                    CausationId = Guid.Parse("ffeeddcc-bbaa-9988-7766-554433221100"),
                    CorrelationId = "c-1",
                    Audience = "agent/a7",
                    Body = found.Body,
                },
                found);
            Assert.Equal(TimeSpan.Zero, found.At.Offset);
        }
    }

    [Fact]
    public async Task Append_AfterReopening_GoesOnWhereTheLogEnds()
    {
        await AppendAsync("interaction/1", 0, events: 3);
        await ReopenAsync();

        Assert.Equal(3, Feed.Head);
        Assert.Equal(new AppendResult.WrongVersion(3), await Store.AppendAsync(Given.Append("interaction/1", 0)));
        Assert.Equal(new AppendResult.Appended(4, 4, 4), await AppendAsync("interaction/1", 3));
    }

    [Fact]
    public async Task Append_MoreStreamsThanAreRemembered_StillChecksEachVersion()
    {
        await ReopenAsync(options => options with { KnownStreamsMax = 3 });
        foreach (var version in Enumerable.Range(0, 3))
        {
            foreach (var stream in Enumerable.Range(0, 10))
            {
                await AppendAsync($"interaction/{stream}", version);
            }
        }

        Assert.Equal(new AppendResult.WrongVersion(3), await Store.AppendAsync(Given.Append("interaction/4", 2)));
    }

    [Fact]
    public async Task Append_RequestThatCanNeverSucceed_IsRefusedAsABug()
    {
        var sound = Given.Append("interaction/1", 0);
        AppendRequest[] unsound =
        [
            sound with { Tenant = "" },
            sound with { Stream = "" },
            sound with { ExpectedVersion = -1 },
            sound with { Events = [] },
            sound with { Events = [Given.Event() with { Type = "" }] },
            sound with { Events = [Given.Event() with { SchemaVersion = 0 }] },
            sound with { Events = [Given.Event() with { Data = default }] },
            sound with { Events = [Given.Event() with { Data = new byte[(1024 * 1024) + 1] }] },
            sound with { Reactions = [Given.Reaction(eventIndex: 1)] },
            sound with { Reactions = [Given.Reaction(eventIndex: -1)] },
            sound with { Reactions = [Given.Reaction(index: -1)] },
            sound with { Reactions = [Given.Reaction(), Given.Reaction()] },
            sound with { Reactions = [Given.Reaction(kind: "")] },
            sound with { Claims = [""] },
            sound with { Mark = new StreamMark("", "g", true) },
        ];
        foreach (var request in unsound)
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.AppendAsync(request).AsTask());
        }

        Assert.Equal(0, Feed.Head);
    }

    [Fact]
    public async Task Append_CancelledBeforehand_AppendsNothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Store.AppendAsync(Given.Append("interaction/1", 0), new CancellationToken(true)).AsTask());

        Assert.Equal(0, Feed.Head);
    }

    [Fact]
    public async Task Append_AfterClosing_IsRefused()
    {
        await Log.Owner.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(
            () => Store.AppendAsync(Given.Append("interaction/1", 0)).AsTask());
        await Assert.ThrowsAsync<ObjectDisposedException>(
            () => Store.ReadStreamAsync(Given.Tenant, "interaction/1", 0, 1).AsTask());
    }

    [Fact]
    public async Task ReadStream_InPages_GivesEachEventOnce()
    {
        await AppendAsync("interaction/1", 0, events: 7);
        await AppendAsync("interaction/2", 0, events: 2);

        Assert.Equal([1L, 2, 3], (await ReadAsync(0, 3)).Select(e => e.Version));
        Assert.Equal([4L, 5, 6], (await ReadAsync(3, 3)).Select(e => e.Version));
        Assert.Equal([7L], (await ReadAsync(6, 3)).Select(e => e.Version));
        Assert.Empty(await ReadAsync(7, 3));
        Assert.Empty(await Store.ReadStreamAsync(Given.Tenant, "interaction/3", 0, 3));

        ValueTask<IReadOnlyList<RecordedEvent>> ReadAsync(long after, int limit) =>
            Store.ReadStreamAsync(Given.Tenant, "interaction/1", after, limit);
    }
}
