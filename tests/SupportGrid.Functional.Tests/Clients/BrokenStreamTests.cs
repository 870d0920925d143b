using SupportGrid.Functional.Tests.Hosting;

namespace SupportGrid.Functional.Tests.Clients;

/// <summary>
/// The examples in other languages go on after their connection broke, without a hole and without a repeat.
/// </summary>
public sealed class BrokenStreamTests(World world) : IClassFixture<World>
{
    private const int Cuts = 4;

    [Needs("node")]
    public Task The_TypeScript_example_goes_on_after_cuts() => FollowThroughCutsAsync("cut-node", StartTypeScriptAsync);

    [Needs("python")]
    public Task The_Python_example_goes_on_after_cuts() => FollowThroughCutsAsync("cut-python", StartPythonAsync);

    [Needs("node")]
    public Task The_TypeScript_example_lists_again_when_its_cursor_is_refused() =>
        FollowFromARefusedCursorAsync("old-node", StartTypeScriptAsync);

    [Needs("python")]
    public Task The_Python_example_lists_again_when_its_cursor_is_refused() =>
        FollowFromARefusedCursorAsync("old-python", StartPythonAsync);

    private async Task FollowThroughCutsAsync(string customer, Func<int, string, string, string[], Task<Follower>> startAsync)
    {
        var interaction = await world.OpenAsync(customer, queue: "latin", first: "1");
        await using var proxy = new CutProxy(world.Server.GrpcPort);
        await using var follower = await startAsync(proxy.Port, customer, interaction, []);
        await follower.UntilAsync("synced");
        var said = 1;
        for (var cut = 0; cut < Cuts; cut++)
        {
            await world.SayAsync(interaction, customer, $"{++said}");
            await follower.UntilAsync($"said {said}");
            proxy.Cut();

            // Said while nobody listens.
            await world.SayAsync(interaction, customer, $"{++said}");
            await world.SayAsync(interaction, customer, $"{++said}");
            await follower.UntilAsync($"said {said}");
        }

        await world.LeaveAsync(interaction, customer);
        await follower.UntilAsync("closed");
        string[] expected = ["list", "said 1", "synced", .. Enumerable.Range(2, said - 1).Select(n => $"said {n}"), "closed"];
        Assert.Equal(expected, follower.Lines);
        Assert.True(proxy.Connections > Cuts, $"{proxy.Connections} connections: not every cut has broken one.");
    }

    private async Task FollowFromARefusedCursorAsync(
        string customer, Func<int, string, string, string[], Task<Follower>> startAsync)
    {
        var interaction = await world.OpenAsync(customer, queue: "latin", first: "1");
        await using var follower = await startAsync(world.Server.GrpcPort, customer, interaction, ["AAAA"]);
        await follower.UntilAsync("synced");
        await world.LeaveAsync(interaction, customer);
        await follower.UntilAsync("closed");
        Assert.Equal(["restart", "list", "said 1", "synced", "closed"], follower.Lines);
    }

    private async Task<Follower> StartTypeScriptAsync(int port, string customer, string interaction, string[] cursor)
    {
        await TypeScript.CompileAsync();
        return Follower.Start(
            "node", Tool.Node, ["build/follow.js", .. Arguments(port, Tool.Protos, customer, interaction), .. cursor]);
    }

    private Task<Follower> StartPythonAsync(int port, string customer, string interaction, string[] cursor) =>
        Task.FromResult(Follower.Start(
            "/usr/bin/python3",
            Path.Combine(Tool.Root, "tests", "clients", "python"),
            ["follow.py", .. Arguments(port, "reflection", customer, interaction), .. cursor]));

    private string[] Arguments(int port, string source, string customer, string interaction) =>
        [$"127.0.0.1:{port}", source, world.Server.Token("web", "channel"), customer, interaction];
}
