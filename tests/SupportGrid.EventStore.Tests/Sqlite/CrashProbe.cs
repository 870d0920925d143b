using System.Diagnostics;
using System.Globalization;

namespace SupportGrid.EventStore.Tests.Sqlite;

/// <summary>A child process that appends until it is killed, and prints what was acknowledged.</summary>
internal sealed class CrashProbe : IDisposable
{
    private readonly Process _process;

    private CrashProbe(Process process) => _process = process;

    /// <summary>Starts it, under another program if one is given.</summary>
    public static CrashProbe Start(string folder, int writers, params string[] under)
    {
        string[] command =
        [
            .. under,
            "dotnet",
            Path.Combine(AppContext.BaseDirectory, "SupportGrid.EventStore.CrashProbe.dll"),
            folder,
            writers.ToString(CultureInfo.InvariantCulture),
        ];
        return new CrashProbe(Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!);
    }

    /// <summary>The next line; null when the process is dead and everything it printed has been read.</summary>
    public Task<string?> ReadLineAsync() => _process.StandardOutput.ReadLineAsync();

    /// <summary>Kills the process with the signal that it cannot catch.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync().Within("the death of the child process");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
