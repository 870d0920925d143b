using System.CommandLine;
using SupportGrid.EventStore;
using SupportGrid.EventStore.Archive;
using SupportGrid.EventStore.Sqlite;
using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Roles;

namespace SupportGrid.Standalone;

/// <summary>What an operator does with a data folder while the server does not run on it.</summary>
internal static class DataCommands
{
    private static readonly Argument<FileInfo> ArchiveFile = new("FILE") { Description = "The archive." };

    public static IEnumerable<Command> All() =>
        [Export(), Import(), Backup(), Token()];

    private static Command Export()
    {
        var command = new Command("export", "Writes everything of the log as JSON lines.") { ArchiveFile, StandaloneCommand.Data };
        command.SetAction((parsed, stop) => WithStoreAsync(parsed, async store =>
        {
            var file = parsed.GetRequiredValue(ArchiveFile);
            await using var stream = new FileStream(file.FullName, FileMode.CreateNew, FileAccess.Write);
            await LogArchive.ExportAsync(store, stream, cancellationToken: stop);
            await Console.Out.WriteLineAsync($"Exported up to position {store.Head} to {file.FullName}.");
        }));
        return command;
    }

    private static Command Import()
    {
        var command = new Command("import", "Fills an empty data folder from an export. Nothing is kept of a damaged one.")
        {
            ArchiveFile, StandaloneCommand.Data,
        };
        command.SetAction((parsed, stop) => WithStoreAsync(parsed, async store =>
        {
            var file = parsed.GetRequiredValue(ArchiveFile);
            await using var stream = file.OpenRead();
            await LogArchive.ImportAsync(store, stream, stop);
            await Console.Out.WriteLineAsync($"Imported up to position {store.Head} from {file.FullName}.");
        }));
        return command;
    }

    private static Command Backup()
    {
        var command = new Command("backup", $"Copies the log to a new file. To restore it, put it into an empty data folder under the name {SqliteEventStore.FileName}.")
        {
            ArchiveFile, StandaloneCommand.Data,
        };
        command.SetAction((parsed, stop) => WithStoreAsync(parsed, async store =>
        {
            var file = parsed.GetRequiredValue(ArchiveFile);
            await store.BackupAsync(file.FullName, stop);
            await Console.Out.WriteLineAsync($"Copied up to position {store.Head} to {file.FullName}.");
        }));
        return command;
    }

    private static Command Token()
    {
        var subject = StandaloneCommand.Text("--subject", "Who it speaks for.", "operator");
        var roles = StandaloneCommand.Text("--roles", "Comma-separated: customer, channel, agent, supervisor, wallboard, admin, service.", "admin");
        var hours = StandaloneCommand.Whole("--hours", "How long it is valid.", 12, 1, 8_760);
        var command = new Command("token", "Issues a token with the data folder's key and prints it. The server may run.")
        {
            StandaloneCommand.Data, StandaloneCommand.Tenant, subject, roles, hours,
        };
        command.SetAction(parsed => Guarded(() =>
        {
            var folder = parsed.GetRequiredValue(StandaloneCommand.Data);
            using var issuer = LocalIssuer.Open(folder, TimeProvider.System);
            var names = parsed.GetRequiredValue(roles).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var token = issuer.Issue(
                parsed.GetRequiredValue(StandaloneCommand.Tenant),
                parsed.GetRequiredValue(subject),
                names.Aggregate(Role.None, (all, name) => all | Known(name)),
                TimeSpan.FromHours(parsed.GetValue(hours)));
            Console.WriteLine(token.Token);
            return Task.CompletedTask;
        }));
        return command;
    }

    private static Role Known(string name) => RoleNames.Parse(name) is var role and not Role.None
        ? role
        : throw new ArgumentException($"There is no role \"{name}\"; roles are {string.Join(", ", RoleNames.All.Keys)}.");

    private static Task<int> WithStoreAsync(ParseResult parsed, Func<SqliteEventStore, Task> work) => Guarded(async () =>
    {
        var options = new EventStoreOptions { DataFolder = parsed.GetRequiredValue(StandaloneCommand.Data) };
        await using var store = await SqliteEventStore.OpenAsync(options);
        await work(store);
    });

    private static async Task<int> Guarded(Func<Task> work)
    {
        try
        {
            await work();
            return ExitCodes.Ended;
        }
        catch (Exception e) when (e is DataFolderException or IOException or UnauthorizedAccessException
            or ArchiveException or EventStoreUnavailableException)
        {
            await Console.Error.WriteLineAsync("supportgrid: " + e.Message);
            return ExitCodes.DataFolder;
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            await Console.Error.WriteLineAsync("supportgrid: " + e.Message);
            return ExitCodes.Usage;
        }
    }
}
