using System.CommandLine;
using System.CommandLine.Invocation;
using Spectre.Console;

namespace SupportGrid.Replay;

/// <summary>Runs a program's command line so that a wrong one is told apart from a failure by the exit code.</summary>
public static class CommandLine
{
    /// <summary>What a program ends with whose command line is wrong.</summary>
    public const int UsageExitCode = 2;

    /// <returns>
    /// What the command returns, or <see cref="UsageExitCode"/> when it was not run because of its arguments.
    /// </returns>
    public static async Task<int> InvokeAsync(RootCommand root, string[] arguments, InvocationConfiguration? configuration = null)
    {
        var parsed = root.Parse(arguments);
        if (Console.IsOutputRedirected)
        {
            // A file or a pipe wants the words without the colours of a terminal.
            AnsiConsole.Console = AnsiConsole.Create(new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No,
            });
        }

        // The library prints what is wrong and returns 1, which is what it returns for an exception as well.
        if (parsed.Action is not ParseErrorAction wrong)
        {
            return await parsed.InvokeAsync(configuration);
        }

        // The whole help after it would push what is wrong off the screen.
        wrong.ShowHelp = false;
        await parsed.InvokeAsync(configuration);
        await Console.Error.WriteLineAsync("--help lists every option.");
        return UsageExitCode;
    }
}
