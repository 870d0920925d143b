namespace SupportGrid.Standalone;

/// <summary>What the process ends with.</summary>
public static class ExitCodes
{
    public const int Ended = 0;

    /// <summary>Something unexpected; it is in the log or on standard error.</summary>
    public const int Failed = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = SupportGrid.Replay.CommandLine.UsageExitCode;

    /// <summary>A port is taken or may not be used.</summary>
    public const int Port = 3;

    /// <summary>The data folder cannot be used: damaged, newer, in use, not writable, full.</summary>
    public const int DataFolder = 4;
}
