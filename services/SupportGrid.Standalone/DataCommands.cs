using System.CommandLine;
using SupportGrid.EventStore;
using SupportGrid.EventStore.Archive;
using SupportGrid.EventStore.Sqlite;
using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Roles;
using SupportGrid.Standalone.Retention;

namespace SupportGrid.Standalone;

/// <summary>What an operator does with a data folder while the server does not run on it.</summary>
internal static class DataCommands
{
    private static readonly Argument<FileInfo> ArchiveFile = new("FILE") { Description = "The archive." };

    public static IEnumerable<Command> All() =>
        [Export(), Import(), Backup(), ForgetCommand.Build(WithLogAsync), Labels(), Token()];

    private static Command Export()
    {
        var command = new Command(
            "export", "Writes everything of the log as JSON lines. No server may run on the folder.")
        {
            ArchiveFile, StandaloneCommand.Data,
        };
        command.SetAction((parsed, stop) => WithLogAsync(parsed, async store =>
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
            if (store.Head > 0)
            {
                throw new IOException("The data folder has a log already; --data must name an empty one.");
            }

            await using var stream = file.OpenRead();
            await LogArchive.ImportAsync(store, stream, stop);
            await Console.Out.WriteLineAsync($"Imported up to position {store.Head} from {file.FullName}.");
        }));
        return command;
    }

    private static Command Backup()
    {
        var command = new Command(
            "backup",
            "Copies the log to a new file. No server may run on the folder. To restore it, put it into an empty data "
            + $"folder under the name {SqliteEventStore.FileName}.")
        {
            ArchiveFile, StandaloneCommand.Data,
        };
        command.SetAction((parsed, stop) => WithLogAsync(parsed, async store =>
        {
            var file = parsed.GetRequiredValue(ArchiveFile);
            await store.BackupAsync(file.FullName, stop);
            await Console.Out.WriteLineAsync($"Copied up to position {store.Head} to {file.FullName}.");
        }));
        return command;
    }

    private static Command Labels()
    {
        var command = new Command(
            "labels",
            "Writes what agents said of cues as labelled conversations, which the trainer reads. It has customers' texts.")
        {
            ArchiveFile, StandaloneCommand.Data, StandaloneCommand.Tenant,
        };
        command.SetAction((parsed, stop) => WithStoreAsync(parsed, async store =>
        {
            var file = parsed.GetRequiredValue(ArchiveFile);
            await using var output = new StreamWriter(
                new FileStream(file.FullName, FileMode.CreateNew, FileAccess.Write));
            var written = await LabelExport.WriteAsync(
                store, parsed.GetRequiredValue(StandaloneCommand.Tenant), output, stop);
            await Console.Out.WriteLineAsync($"Wrote {written} conversations to {file.FullName}.");
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
            var named = parsed.GetRequiredValue(roles).Split(',', StringSplitOptions.TrimEntries)
                .Aggregate(Role.None, (all, name) => all | Known(name));
            var folder = parsed.GetRequiredValue(StandaloneCommand.Data);
            if (!Directory.Exists(folder))
            {
                // A key made there would sign a token that no server takes.
                throw Missing($"There is no data folder '{Path.GetFullPath(folder)}'; start the server on it first.");
            }

            using var issuer = LocalIssuer.Open(folder, TimeProvider.System);
            var token = issuer.Issue(
                parsed.GetRequiredValue(StandaloneCommand.Tenant),
                parsed.GetRequiredValue(subject),
                named,
                TimeSpan.FromHours(parsed.GetValue(hours)));
            Console.WriteLine(token.Token);
            return Task.CompletedTask;
        }));
        return command;
    }

    private static Role Known(string name) => RoleNames.Parse(name) is var role and not Role.None
        ? role
        : throw new ArgumentException($"There is no role \"{name}\"; roles are {string.Join(", ", RoleNames.All.Keys)}.");

    /// <summary>For what reads a log: a folder that was mistyped must not pass for an empty log.</summary>
    private static Task<int> WithLogAsync(ParseResult parsed, Func<SqliteEventStore, Task> work)
    {
        var folder = Path.GetFullPath(parsed.GetRequiredValue(StandaloneCommand.Data));
        return File.Exists(Path.Combine(folder, SqliteEventStore.FileName))
            ? WithStoreAsync(parsed, work)
            : Guarded(() => throw Missing($"There is no event log in the data folder '{folder}'; --data says which."));
    }

    private static DataFolderException Missing(string sentence) => new(DataFolderProblem.Missing, sentence);

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
