using System.CommandLine;
using System.CommandLine.Invocation;

namespace SupportGrid.Replay;

/// <summary>Runs a program's command line so that a wrong one is told apart from a failure by the exit code.</summary>
public static class CommandLine
{
    /// <summary>What a program ends with whose command line is wrong.</summary>
    public const int UsageExitCode = 2;

    /// <returns>What the command returns, or <see cref="UsageExitCode"/> when it was not run because of its arguments.</returns>
    public static async Task<int> InvokeAsync(RootCommand root, string[] arguments, InvocationConfiguration? configuration = null)
    {
        var parsed = root.Parse(arguments);

        // The library prints what is wrong and returns 1, which is what it returns for an exception as well.
        var code = await parsed.InvokeAsync(configuration);
        return parsed.Action is ParseErrorAction ? UsageExitCode : code;
    }
}
