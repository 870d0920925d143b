using System.Text;
using SupportGrid.Api.V1;
using SupportGrid.Client;
using SupportGrid.Functional.Tests.Desks;
using SupportGrid.Functional.Tests.Hosting;

namespace SupportGrid.Functional.Tests.Retention;

/// <summary>Words that are to go are not in one byte of the copy; all else is as it was.</summary>
public sealed class ForgetTests : IAsyncLifetime
{
    private readonly World _world = new();
    private readonly string _work = Directory.CreateTempSubdirectory("supportgrid-").FullName;

    private string Copy => Path.Combine(_work, "copy");

    public Task InitializeAsync() => _world.InitializeAsync();

    public async Task DisposeAsync()
    {
        await _world.DisposeAsync();
        Directory.Delete(_work, recursive: true);
    }

    [Fact]
    public async Task Words_of_closed_interactions_go_and_everything_else_stays()
    {
        var (closed, open) = await TwoAsync();
        await ExportAsync(_world.Server.DataFolder, "before.jsonl");
        Assert.True(Holds(_world.Server.DataFolder, "sesame-cake"));

        var (code, output) = await ForgetAsync("--closed-days", "0");

        Assert.True(code == 0, output);
        Assert.Contains(
            "without the words of 1 interactions and the names of 1 customers", output, StringComparison.Ordinal);
        string[] gone = ["sesame-cake", "walnut-bread", "zora", "solved it by hand"];
        Assert.All(gone, word => Assert.False(Holds(Copy, word), $"\"{word}\" is in the copy."));
        Assert.True(Holds(Copy, "poppy-roll"));
        await ExportAsync(Copy, "after.jsonl");
        Assert.Equal(Skeleton("before.jsonl"), Skeleton("after.jsonl"));

        await using var server = await ServerProcess.StartOnAsync(Copy);
        using var supervisor = server.Client("sue", "supervisor");
        var erased = await ReadAsync(supervisor, closed);
        Assert.Equal((InteractionState.Closed, "c-1"), (erased.State, erased.CustomerId));
        Assert.Equal(["", ""], erased.Transcript.Select(static m => m.Text));
        Assert.Equal(["", ""], new[] { erased.Subject, erased.CustomerName });
        var kept = await ReadAsync(supervisor, open);
        Assert.Equal(InteractionState.Queued, kept.State);
        Assert.Equal("poppy-roll", Assert.Single(kept.Transcript).Text);
        await supervisor.CallAsync(
            supervisor.Supervision.ReplayDecisionAsync, new ReplayDecisionRequest { InteractionId = closed });
    }

    [Fact]
    public async Task A_customer_who_still_talks_is_not_forgotten_and_nothing_is_begun()
    {
        await TwoAsync();

        var (code, output) = await ForgetAsync("--tenant", "main", "--customer", "c-2");
        Assert.Equal(4, code);
        Assert.Contains("'c-2' has an interaction that is not closed", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Copy));

        (code, output) = await ForgetAsync("--tenant", "main", "--customer", "nobody");
        Assert.Equal(4, code);
        Assert.Contains("There is no customer 'nobody'", output, StringComparison.Ordinal);

        (code, output) = await ForgetAsync("--customer", "c-1");
        Assert.Equal(2, code);
        Assert.Contains("--customer needs --tenant", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_customer_is_forgotten_whatever_the_age_and_others_are_not()
    {
        await TwoAsync();

        var (code, output) = await ForgetAsync("--tenant", "main", "--customer", "c-1");

        Assert.True(code == 0, output);
        Assert.False(Holds(Copy, "sesame-cake"));
        Assert.True(Holds(Copy, "poppy-roll"));

        (code, output) = await ForgetAsync();
        Assert.Equal(4, code);
        Assert.Contains("is not empty", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_closed_later_than_asked_keeps_its_words()
    {
        await TwoAsync();

        var (code, output) = await ForgetAsync("--closed-days", "1");

        Assert.True(code == 0, output);
        Assert.Contains("without the words of 0 interactions", output, StringComparison.Ordinal);
        Assert.True(Holds(Copy, "sesame-cake"));
    }

    /// <summary>One that was talked through and closed, one that waits; the server has stopped.</summary>
    private async Task<(string Closed, string Open)> TwoAsync()
    {
        var closed = await OpenAsync("c-1", "zora", "support", "sesame-cake");
        await using (var ana = await TestDesk.SignInAsync(_world, "ana"))
        {
            await ana.TakeAsync(closed);
            await ana.SayAsync(closed, "walnut-bread");
            await ana.EndAsync(closed);
            await ana.WrapUpAsync(closed, "solved", "solved it by hand");
        }

        var open = await OpenAsync("c-2", "yan", "latin", "poppy-roll");
        await Eventually.Holds(
            async () => (await _world.ReadAsync(closed)).State == InteractionState.Closed,
            "the first interaction to be closed");
        Assert.Equal(0, await _world.Server.StopAsync());
        return (closed, open);
    }

    private async Task<string> OpenAsync(string customer, string name, string queue, string text)
    {
        var opened = await _world.Channel.CallAsync(
            _world.Channel.Customers.OpenInteractionAsync,
            new OpenInteractionRequest
            {
                RequestId = World.Id(), CustomerId = customer, CustomerName = name, Channel = Channel.Chat,
                Queue = queue, Subject = "About " + text, FirstMessage = text,
            });
        return opened.InteractionId;
    }

    private static async Task<Interaction> ReadAsync(SupportGridClient supervisor, string interaction)
    {
        var request = new GetInteractionRequest { InteractionId = interaction };
        return (await supervisor.CallAsync(supervisor.Supervision.GetInteractionAsync, request)).Interaction;
    }

    private async Task ExportAsync(string data, string file)
    {
        var (code, output) = await ServerProcess.RunAsync("export", Path.Combine(_work, file), "--data", data);
        Assert.True(code == 0, output);
    }

    /// <summary>Position, stream, version and type of every event.</summary>
    private IEnumerable<string> Skeleton(string file) =>
        from line in File.ReadLines(Path.Combine(_work, file))
        where line.StartsWith("{\"event\":", StringComparison.Ordinal)
        let e = System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("event")
        select string.Join(' ', new[] { "position", "stream", "version", "type" }.Select(m => e.GetProperty(m).ToString()));

    private Task<(int ExitCode, string Output)> ForgetAsync(params string[] arguments) =>
        ServerProcess.RunAsync(["forget", Copy, "--data", _world.Server.DataFolder, .. arguments]);

    private static bool Holds(string folder, string word)
    {
        var bytes = Encoding.UTF8.GetBytes(word);
        return Directory.EnumerateFiles(folder).Where(static f => !f.EndsWith(".lock", StringComparison.Ordinal))
            .Any(f => File.ReadAllBytes(f).AsSpan().IndexOf(bytes) >= 0);
    }
}
