using System.Diagnostics;

namespace SupportGrid.EventStore.Tests.Sqlite;

/// <summary>Runs a program of the machine to its end.</summary>
internal static class Tool
{
    /// <summary>Null if it succeeded; else what it complained of.</summary>
    public static string? Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var complaint = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? null : complaint.Trim();
    }
}
