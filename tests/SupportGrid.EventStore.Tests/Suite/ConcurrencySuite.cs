namespace SupportGrid.EventStore.Tests.Suite;

public abstract class ConcurrencySuite : LogSuite
{
    [Fact]
    public async Task Append_ManyWritersOnOneStream_ExactlyOneWinsEachVersion()
    {
        const int Writers = 16;
        const int Versions = 50;
        var wins = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(
            () => RaceAsync(writer, Versions))));

        var stream = await StreamAsync("interaction/1");
        Assert.Equal(Enumerable.Range(1, Versions).Select(v => (long)v), stream.Select(e => e.Version));
        Assert.Equal(
            stream.Select(e => e.EventId), wins.SelectMany(w => w).OrderBy(w => w.Version).Select(w => w.EventId));
    }

    [Fact]
    public async Task Append_ManyWritersAndRefusals_LeaveOneOrderWithoutGaps()
    {
        const int Writers = 32;
        const int Each = 40;
        var results = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            var appended = new List<AppendResult.Appended>();
            for (var version = 0; version < Each; version += 2)
            {
                Assert.IsType<AppendResult.WrongVersion>(
                    await Store.AppendAsync(Given.Append($"interaction/{writer}", version + 1)));
                appended.Add(await AppendAsync($"interaction/{writer}", version, events: 2));
            }

            return appended;
        })));

        var log = await WholeLogAsync();
        Assert.Equal(Enumerable.Range(1, Writers * Each).Select(p => (long)p), log.Select(e => e.Position));
        Assert.All(
            log.GroupBy(e => e.Stream),
            stream => Assert.Equal(Enumerable.Range(1, Each).Select(v => (long)v), stream.Select(e => e.Version)));
        Assert.All(results.SelectMany(r => r), appended =>
        {
            Assert.Equal(appended.FirstPosition + 1, appended.LastPosition);
            Assert.Equal(appended.Version, log[(int)appended.LastPosition - 1].Version);
        });
    }

    [Fact]
    public async Task Append_IsVisibleToEveryReadThatStartsAfterItsAnswer()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var version = 0; version < 50; version++)
            {
                var appended = await AppendAsync($"interaction/{writer}", version);
                Assert.True(Feed.Head >= appended.LastPosition);
                Assert.Equal(version + 1, (await StreamAsync($"interaction/{writer}"))[^1].Version);
            }
        })));
    }

    private async Task<List<(long Version, Guid EventId)>> RaceAsync(int writer, int versions)
    {
        var won = new List<(long, Guid)>();
        var version = 0L;
        while (version < versions)
        {
            var id = new Guid(writer, (short)version, 0, new byte[8]);
            var request = new AppendRequest(
                Given.Tenant, "interaction/1", version, [Given.Event() with { EventId = id }]);
            switch (await Store.AppendAsync(request))
            {
                case AppendResult.Appended appended:
                    won.Add((appended.Version, id));
                    version = appended.Version;
                    break;
                case AppendResult.WrongVersion wrong:
                    Assert.True(wrong.Actual > version);
                    version = wrong.Actual;
                    break;
            }
        }

        return won;
    }
}
