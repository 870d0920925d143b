namespace SupportGrid.EventStore.Tests.Suite;

public abstract class OpenStreamSuite : LogSuite
{
    [Fact]
    public async Task ListOpen_ByCategoryTenantAndGroup_GivesTheOpenOnesInOrderOfOpening()
    {
        await MarkAsync("interaction/2", 0, "interaction", "billing");
        await MarkAsync("interaction/1", 0, "interaction", "billing");
        await MarkAsync("interaction/3", 0, "interaction", "returns");
        await MarkAsync("agent/1", 0, "agent", "billing");
        await MarkAsync("interaction/9", 0, "interaction", "billing", tenant: "bolt");

        Assert.Equal(
            ["interaction/2", "interaction/1", "interaction/3", "interaction/9"], await OpenAsync("interaction"));
        Assert.Equal(
            ["interaction/2", "interaction/1", "interaction/3"], await OpenAsync("interaction", Given.Tenant));
        Assert.Equal(
            ["interaction/2", "interaction/1"], await OpenAsync("interaction", Given.Tenant, "billing"));
        Assert.Equal(["interaction/3"], await OpenAsync("interaction", null, "returns"));
        Assert.Equal(["agent/1"], await OpenAsync("agent"));
        Assert.Empty(await OpenAsync("queue"));
    }

    [Fact]
    public async Task ListOpenAfter_GivesPageByPageWhatIsOpenOfTheTenant()
    {
        for (var i = 1; i <= 5; i++)
        {
            await MarkAsync($"interaction/{i}", 0, "interaction", i % 2 == 0 ? "billing" : "returns");
            await MarkAsync($"agent/{i}", 0, "agent", "billing");
            await MarkAsync($"interaction/{i}", 0, "interaction", "billing", tenant: "bolt");
        }

        await MarkAsync("interaction/3", 1, "interaction", "billing", open: false);

        var first = await Store.ListOpenAfterAsync("interaction", Given.Tenant, 0, 2);
        var second = await Store.ListOpenAfterAsync("interaction", Given.Tenant, first[^1].Position, 2);
        Assert.Equal(
            ["interaction/1", "interaction/2", "interaction/4", "interaction/5"],
            first.Concat(second).Select(static o => o.Stream));
        Assert.Empty(await Store.ListOpenAfterAsync("interaction", Given.Tenant, second[^1].Position, 2));
        Assert.Empty(await Store.ListOpenAfterAsync("interaction", "nobody", 0, 2));
    }

    [Fact]
    public async Task Mark_Closed_TakesTheStreamOut()
    {
        await MarkAsync("interaction/1", 0, "interaction", "billing");
        await MarkAsync("interaction/2", 0, "interaction", "billing");
        await MarkAsync("interaction/1", 1, "interaction", "billing", open: false);

        Assert.Equal(["interaction/2"], await OpenAsync("interaction"));
    }

    [Fact]
    public async Task Mark_AnotherGroup_MovesTheStreamAndKeepsItsPlace()
    {
        await MarkAsync("interaction/1", 0, "interaction", "billing");
        await MarkAsync("interaction/2", 0, "interaction", "returns");
        await MarkAsync("interaction/1", 1, "interaction", "returns");
        await ReopenAsync();

        Assert.Equal(
            [
                new OpenStream(Given.Tenant, "interaction/1", "interaction", "returns", 1),
                new OpenStream(Given.Tenant, "interaction/2", "interaction", "returns", 2),
            ],
            await Store.ListOpenAsync("interaction", Given.Tenant, "returns"));
    }

    [Fact]
    public async Task Append_WithoutMark_LeavesTheIndexAlone()
    {
        await MarkAsync("interaction/1", 0, "interaction", "billing");
        await AppendAsync("interaction/1", 1);

        Assert.Equal(["interaction/1"], await OpenAsync("interaction"));
    }

    private Task<AppendResult.Appended> MarkAsync(
        string stream, long version, string category, string group, bool open = true, string tenant = Given.Tenant) =>
        AppendAsync(
            Given.Append(stream, version, tenant: tenant) with { Mark = new StreamMark(category, group, open) });

    private async Task<IEnumerable<string>> OpenAsync(string category, string? tenant = null, string? group = null) =>
        (await Store.ListOpenAsync(category, tenant, group)).Select(open => open.Stream);
}
