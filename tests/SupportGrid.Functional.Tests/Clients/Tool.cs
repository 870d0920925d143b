using System.Diagnostics;

namespace SupportGrid.Functional.Tests.Clients;

/// <summary>
/// Programs that the tests use and did not write. Absent: the test is skipped with the reason; in CI it fails.
/// </summary>
internal static class Tool
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static string Root { get; } = FindRoot();

    public static string Protos { get; } = Path.Combine(Root, "shared", "SupportGrid.Api", "Protos");

    public static string Node { get; } = Path.Combine(Root, "tests", "clients", "node");

    public static string Buf { get; } = Path.Combine(Node, "node_modules", ".bin", "buf");

    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        string program, string? folder, params string[] arguments)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder ?? Root,
            },
        };
        process.Start();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} did not end in {Patience}:\n{await output}{await error}");
        }

        return (process.ExitCode, await output, await error);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SupportGrid.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("SupportGrid.sln is in no folder above the tests.");
    }
}
