using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Client;
using SupportGrid.Functional.Tests.Desks;
using SupportGrid.Functional.Tests.Hosting;

namespace SupportGrid.Functional.Tests.Starting;

/// <summary>Everything moves to another data folder: as JSON lines out of the one, into the other.</summary>
public sealed class MovingTests
{
    [Fact]
    public async Task Export_and_import_keep_everything_that_was_said_and_decided()
    {
        var world = new World();
        await world.InitializeAsync();
        await using var here = world.Server;
        var (closed, waiting) = await LiveAsync(world);
        var cursor = await LastCursorAsync(here);
        Assert.Equal(0, await here.StopAsync());

        var folder = Directory.CreateTempSubdirectory("supportgrid-").FullName;
        var (first, second) = (Path.Combine(here.DataFolder, "1.jsonl"), Path.Combine(here.DataFolder, "2.jsonl"));
        await RunAsync("export", first, "--data", here.DataFolder);
        await RunAsync("import", first, "--data", folder);
        await RunAsync("export", second, "--data", folder);
        Assert.Equal(EventsOf(first), EventsOf(second));

        await using var there = await ServerProcess.StartOnAsync(folder);
        using var supervisor = there.Client("sue", "supervisor");
        Assert.Equal(["Lost", "Found"], (await ReadAsync(supervisor, closed)).Transcript.Select(m => m.Text));
        Assert.Equal(InteractionState.Queued, (await ReadAsync(supervisor, waiting)).State);

        // The new folder has a key of its own, and its log is another one: the old cursor leads nowhere.
        var refused = await Assert.ThrowsAsync<RpcException>(() => FirstAfterAsync(there, cursor));
        Assert.Equal("CURSOR_MALFORMED", RpcErrors.ReasonOf(refused));
        File.Copy(Path.Combine(here.DataFolder, "cursor-key"), Path.Combine(folder, "cursor-key"), overwrite: true);
        Assert.Equal(0, await there.StopAsync());
        await there.StartAgainAsync();
        refused = await Assert.ThrowsAsync<RpcException>(() => FirstAfterAsync(there, cursor));
        Assert.Equal("CURSOR_FOREIGN", RpcErrors.ReasonOf(refused));
    }

    /// <summary>One interaction that was talked through, and one that waits.</summary>
    private static async Task<(string Closed, string Waiting)> LiveAsync(World world)
    {
        await using var ana = await TestDesk.SignInAsync(world, "ana");
        var closed = await world.OpenAsync("zoe", first: "Lost");
        await ana.TakeAsync(closed);
        await ana.SayAsync(closed, "Found");
        await ana.EndAsync(closed);
        await ana.WrapUpAsync(closed, "solved");
        return (closed, await world.OpenAsync("yan", queue: "latin", first: "Salve"));
    }

    private static async Task<string> LastCursorAsync(ServerProcess server)
    {
        using var service = server.Client("crm", "service");
        await foreach (var watched in service.WatchEventsAsync(StartFrom.Beginning))
        {
            if (watched.Response is { Event.Type: "MessageSaid" } response)
            {
                return response.Cursor;
            }
        }

        throw new InvalidOperationException("The stream ended.");
    }

    /// <summary>Without the client's resuming, which would list again.</summary>
    private static async Task FirstAfterAsync(ServerProcess server, string cursor)
    {
        using var service = server.Client("crm", "service");
        var headers = new Metadata { { "authorization", "Bearer " + server.Token("crm", "service") } };
        using var call = service.Events.WatchEvents(new WatchEventsRequest { Cursor = cursor }, headers);
        await call.ResponseStream.MoveNext(CancellationToken.None);
    }

    private static async Task<Interaction> ReadAsync(SupportGridClient supervisor, string interaction)
    {
        var request = new GetInteractionRequest { InteractionId = interaction };
        return (await supervisor.CallAsync(supervisor.Supervision.GetInteractionAsync, request)).Interaction;
    }

    private static async Task RunAsync(params string[] arguments)
    {
        var (code, output) = await ServerProcess.RunAsync(arguments);
        Assert.True(code == 0, output);
    }

    /// <summary>The lines between the head, which names the log, and the foot, which has the checksum.</summary>
    private static string[] EventsOf(string archive) => File.ReadAllLines(archive)[1..^1];
}
