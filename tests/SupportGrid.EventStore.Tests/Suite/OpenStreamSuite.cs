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
