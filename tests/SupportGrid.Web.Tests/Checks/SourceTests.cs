using System.Diagnostics;
using SupportGrid.Web.Tests.Hosting;

namespace SupportGrid.Web.Tests.Checks;

/// <summary>The checks of the TypeScript sources: compiler, linter, unit tests.</summary>
public sealed class SourceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [NodeFact]
    public Task Compiler_Sources_HaveNoError() => RunAsync("check");

    [NodeFact]
    public Task Linter_Sources_HasNothingToSay() => RunAsync("lint");

    [NodeFact]
    public Task UnitTests_WithoutABrowser_Pass() => RunAsync("test");

    private static async Task RunAsync(string script)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo("npm", ["run", "--silent", script])
            {
                RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Machine.Web,
                Environment = { ["NO_COLOR"] = "1" },
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
            throw new TimeoutException($"npm run {script} did not end in {Patience}:\n{await output}{await error}");
        }

        Assert.True(process.ExitCode == 0, $"npm run {script}:\n{await output}{await error}");
    }
}
