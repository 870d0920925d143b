using System.CommandLine;
using SupportGrid.EventStore;
using SupportGrid.EventStore.Sqlite;

namespace SupportGrid.Standalone.Retention;

/// <summary>Copies a data folder's log without the words of old interactions, or of one customer.</summary>
internal static class ForgetCommand
{
    private const int DaysMax = 36_500;

    private static readonly Argument<DirectoryInfo> Target = new("NEWDIR")
    {
        Description = "An empty folder for the copy.",
    };

    private static readonly Option<string?> OneCustomer = new("--customer")
    {
        Description = "All interactions of this customer, whatever their age; all must be closed. The id under which "
            + "they were opened.",
    };

    private static readonly Option<string?> OneTenant = new("--tenant")
    {
        Description = "Only of this tenant. Default: of all.",
    };

    private static readonly Option<int> Days = StandaloneCommand.Whole(
        "--closed-days", "Interactions that closed so many days ago or earlier.", 365, 0, DaysMax);

    /// <param name="open">Opens the log of --data, runs the work and turns what goes wrong into an exit code.</param>
    public static Command Build(Func<ParseResult, Func<SqliteEventStore, Task>, Task<int>> open)
    {
        var command = new Command(
            "forget",
            "Copies the log to a new data folder without the words of old interactions: texts, names, subjects, notes, "
            + "and what was read in them. No server may run on the folder. Delete the old folder and its backups yourself.")
        {
            Target, StandaloneCommand.Data, OneTenant, OneCustomer, Days,
        };
        command.SetAction((parsed, stop) => open(parsed, store => CopyAsync(parsed, store, stop)));
        return command;
    }

    private static async Task CopyAsync(ParseResult parsed, SqliteEventStore store, CancellationToken stop)
    {
        var folder = parsed.GetRequiredValue(Target).FullName;
        var customer = parsed.GetValue(OneCustomer);
        var tenant = parsed.GetValue(OneTenant);
        if (customer is not null && tenant is null)
        {
            throw new ArgumentException("--customer needs --tenant: an id is one customer's within a tenant only.");
        }

        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new IOException($"'{folder}' is not empty; NEWDIR must be an empty or a new folder.");
        }

        var wish = new ErasureWish(
            tenant, customer, TimeProvider.System.GetUtcNow() - TimeSpan.FromDays(parsed.GetValue(Days)));
        using var view = await store.OpenViewAsync(stop);
        var plan = ErasurePlan.Of(view.Records(), wish);
        await using (var copy = await SqliteEventStore.OpenAsync(new EventStoreOptions { DataFolder = folder }))
        {
            await ErasingCopy.FillAsync(copy, view, plan, stop);
        }

        await Console.Out.WriteLineAsync(
            $"Copied up to position {store.Head} to {folder}, without the words of {plan.Interactions} interactions "
            + $"and the names of {plan.Customers} customers. The old folder and its backups still have them.");
    }
}
