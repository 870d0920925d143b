using System.Diagnostics;
using System.Globalization;

namespace SupportGrid.EventStore.Tests.Sqlite;

/// <summary>A child process that appends until it is killed, and prints what was acknowledged.</summary>
internal sealed class CrashProbe : IDisposable
{
    // The probe, or the program it runs under, which ends after it.
    private readonly Process _process;
    private readonly int _probeId;

    private CrashProbe(Process process, int probeId)
    {
        _process = process;
        _probeId = probeId;
    }

    /// <summary>Starts it, under another program if one is given, and waits until it has opened the folder.</summary>
    public static async Task<CrashProbe> StartAsync(string folder, int writers, params string[] under)
    {
        string[] command =
        [
            .. under,
            "dotnet",
            Path.Combine(AppContext.BaseDirectory, "SupportGrid.EventStore.CrashProbe.dll"),
            folder,
            writers.ToString(CultureInfo.InvariantCulture),
        ];
        var process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var probeId = await process.StandardOutput.ReadLineAsync().Within("the child process to open the folder");
        return new CrashProbe(process, int.Parse(probeId!, CultureInfo.InvariantCulture));
    }

    /// <summary>The next line; null when the process is dead and everything it printed has been read.</summary>
    public Task<string?> ReadLineAsync() => _process.StandardOutput.ReadLineAsync();

    /// <summary>
    /// Kills the process with the signal that it cannot catch, and waits until nothing is left of it.
    /// </summary>
    public async Task KillAsync()
    {
        using (var probe = Process.GetProcessById(_probeId))
        {
            probe.Kill();
        }

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
