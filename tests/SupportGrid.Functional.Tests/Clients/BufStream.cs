using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace SupportGrid.Functional.Tests.Clients;

/// <summary>The responses of a stream that <c>buf curl</c> follows, as it prints them: a JSON object each.</summary>
internal sealed class BufStream : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Task<string> _errors;

    private BufStream(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    public static BufStream Start(string[] arguments)
    {
        var process = new Process
        {
            StartInfo = new ProcessStartInfo(Tool.Buf, arguments)
            {
                RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Tool.Root,
            },
        };
        process.Start();
        return new BufStream(process);
    }

    /// <summary>The next response that has what is wanted; what comes before is passed over.</summary>
    /// <param name="wanted">What a response shows, or null.</param>
    public async Task<JsonElement> UntilAsync(Func<JsonElement, JsonElement?> wanted, string what)
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            while (await ReadAsync(limit.Token) is { } response)
            {
                if (wanted(response) is { } found)
                {
                    return found;
                }
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"Waited {Patience} for {what}.");
        }

        throw new InvalidOperationException($"The stream ended before {what}: {await _errors}");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>
    /// The next response, or null at the end. It is printed over several lines; the last is a lone brace.
    /// </summary>
    private async Task<JsonElement?> ReadAsync(CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        while (await _process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            text.AppendLine(line);
            if (line == "}")
            {
                using var json = JsonDocument.Parse(text.ToString());
                return json.RootElement.Clone();
            }
        }

        return null;
    }
}
