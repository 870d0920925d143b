namespace SupportGrid.Substitutes.Orleans.Tests.Calls;

public sealed class RequestContextTests
{
    [Fact]
    public void Values_travel_along_a_chain_of_calls_and_changes_do_not_travel_back()
    {
        using var cluster = Sim.New();

        cluster.Run(async () =>
        {
            RequestContext.Set("k", "outside");
            Assert.Equal("outside|outside", await cluster.Grain<IContextual>("a").Chain("b"));
            Assert.Equal("outside", RequestContext.Get("k"));
        });
    }

    [Fact]
    public void Values_of_one_call_are_not_seen_by_the_next()
    {
        using var cluster = Sim.New();
        var grain = cluster.Grain<IContextual>("a");

        cluster.Run(async () =>
        {
            RequestContext.Set("k", "first");
            await grain.Read();
            RequestContext.Clear();
            Assert.Null(await grain.Read());
        });
    }

    [Fact]
    public void Remove_TellsWhetherTheKeyWasThere()
    {
        RequestContext.Set("k", 1);

        Assert.Equal(["k"], RequestContext.Keys);
        Assert.True(RequestContext.Remove("k"));
        Assert.False(RequestContext.Remove("k"));
        Assert.Empty(RequestContext.Entries);
    }
}

public interface IContextual : IGrainWithStringKey
{
    Task<string> Chain(string next);

    Task<string?> Read();
}

public sealed class ContextualGrain : Grain, IContextual
{
    public async Task<string> Chain(string next)
    {
        var mine = RequestContext.Get("k");
        var theirs = await GrainFactory.GetGrain<IContextual>(next).Read();
        return $"{mine}|{theirs}";
    }

    public Task<string?> Read()
    {
        var value = (string?)RequestContext.Get("k");
        RequestContext.Set("k", "changed");
        return Task.FromResult(value);
    }
}
