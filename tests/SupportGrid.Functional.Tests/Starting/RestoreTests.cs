using SupportGrid.Api.V1;
using SupportGrid.Client;
using SupportGrid.Functional.Tests.Clients;
using SupportGrid.Functional.Tests.Hosting;

namespace SupportGrid.Functional.Tests.Starting;

/// <summary>A backup is made and restored by the very lines of the document on operations.</summary>
public sealed class RestoreTests : IAsyncLifetime
{
    private const string Run = "dotnet run --project services/SupportGrid.Standalone -- ";

    private readonly World _world = new();
    private readonly string _work = Directory.CreateTempSubdirectory("supportgrid-").FullName;

    public Task InitializeAsync() => _world.InitializeAsync();

    public async Task DisposeAsync()
    {
        await _world.DisposeAsync();
        Directory.Delete(_work, recursive: true);
    }

    [Fact]
    public async Task A_restore_as_documented_has_the_data_and_takes_the_old_tokens()
    {
        var interaction = await _world.OpenAsync("dora", first: "Kept by the backup");
        var token = _world.Server.Token("sue", "supervisor");
        Assert.Equal(0, await _world.Server.StopAsync());

        await FollowAsync(Blocks().Single(b => b.Contains(" backup ", StringComparison.Ordinal)), "backup");
        var (code, output) = await ServerProcess.RunAsync("import", "log.jsonl", "--data", _world.Server.DataFolder);
        Assert.Equal(4, code);
        Assert.Contains("has a log already", output, StringComparison.Ordinal);
        var steps = Blocks().Single(b => b.Contains("mkdir NEWDIR", StringComparison.Ordinal)).Trim().Split('\n');
        Assert.Equal(Run + "--data NEWDIR", steps[^1]);
        await FollowAsync(string.Join('\n', steps[..^1]), "");

        await using var restored = await ServerProcess.StartOnAsync(
            Path.Combine(_work, "NEWDIR"));
        using var client = new SupportGridClient(new SupportGridClientOptions
        {
            Address = restored.GrpcAddress, Token = _ => ValueTask.FromResult(token), CallAttemptsMax = 1,
        });
        var read = await client.CallAsync(
            client.Supervision.GetInteractionAsync, new GetInteractionRequest { InteractionId = interaction });
        Assert.Equal("dora", read.Interaction.CustomerId);
        Assert.Contains(read.Timeline, entry => entry.Type == "MessageSaid");
    }

    /// <summary>The fenced blocks of the document.</summary>
    private static IEnumerable<string> Blocks() =>
        File.ReadAllText(Path.Combine(Tool.Root, "shared", "docs", "operations.md")).Split("```\n").Where((_, i) => i % 2 == 1);

    /// <summary>Runs lines in a shell, in a folder where DIR is the server's data folder.</summary>
    /// <param name="only">Of the lines that call the program, those with this word; the others are left out.</param>
    private async Task FollowAsync(string lines, string only)
    {
        var chosen = lines.Split('\n')
            .Where(l => !l.StartsWith(Run, StringComparison.Ordinal) || l.StartsWith(Run + only + " ", StringComparison.Ordinal))
            .Select(l => l.Replace(Run, $"dotnet '{ServerProcess.Program}' ", StringComparison.Ordinal));
        var link = Path.Combine(_work, "DIR");
        if (!Directory.Exists(link))
        {
            Directory.CreateSymbolicLink(link, _world.Server.DataFolder);
        }

        var (code, output, error) = await Tool.RunAsync("bash", _work, "-e", "-c", string.Join('\n', chosen));
        Assert.True(code == 0, output + error);
    }
}
