using System.Diagnostics;

namespace SupportGrid.Functional.Tests.Clients;

/// <summary>A script that follows an interaction and prints a line for everything that comes.</summary>
internal sealed class Follower : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Task<string> _errors;
    private readonly List<string> _lines = [];

    private Follower(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Everything that it has printed so far.</summary>
    public IReadOnlyList<string> Lines => _lines;

    public static Follower Start(string program, string folder, params string[] arguments)
    {
        var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder,
            },
        };
        process.Start();
        return new Follower(process);
    }

    /// <summary>Reads on until it prints this line.</summary>
    public async Task UntilAsync(string wanted)
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            while (await _process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            {
                _lines.Add(line);
                if (line == wanted)
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"Waited {Patience} for \"{wanted}\"; so far came: {string.Join(", ", _lines)}.");
        }

        throw new InvalidOperationException($"It ended before \"{wanted}\": {string.Join(", ", _lines)}. {await _errors}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
