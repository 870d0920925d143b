using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using SupportGrid.Client;

namespace SupportGrid.Functional.Tests.Hosting;

/// <summary>
/// The real standalone server as a process of its own, with a data folder of its own. It can be killed and started
/// again on the same folder and ports.
/// </summary>
public sealed partial class ServerProcess : IAsyncDisposable
{
    private readonly string[] _arguments;
    private readonly StringBuilder _output = new();
    private Process? _process;

    private ServerProcess(string dataFolder, string[] arguments)
    {
        DataFolder = dataFolder;
        _arguments = arguments;
    }

    public string DataFolder { get; }

    public int HttpPort { get; private set; }

    public int GrpcPort { get; private set; }

    public Uri GrpcAddress => new($"http://127.0.0.1:{GrpcPort}");

    public Uri HttpAddress => new($"http://127.0.0.1:{HttpPort}");

    public int ProcessId => _process!.Id;

    /// <summary>How long the last start took until the server said that it is ready.</summary>
    public TimeSpan ReadyAfter { get; private set; }

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    public static Task<ServerProcess> StartAsync(params string[] arguments) =>
        StartOnAsync(Directory.CreateTempSubdirectory("supportgrid-").FullName, arguments);

    /// <summary>Starts it on a data folder that is there. It is deleted in the end like any other.</summary>
    public static async Task<ServerProcess> StartOnAsync(string dataFolder, params string[] arguments)
    {
        var server = new ServerProcess(dataFolder, arguments);
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Starts it on the same data folder and, after the first time, the same ports.</summary>
    public async Task StartAgainAsync()
    {
        var ready = new TaskCompletionSource<Match>(TaskCreationOptions.RunContinuationsAsynchronously);
        var clock = Stopwatch.StartNew();
        _process = Launch(["--data", DataFolder, "--http-port", $"{HttpPort}", "--grpc-port", $"{GrpcPort}", .. _arguments]);
        _process.OutputDataReceived += (_, line) => See(line.Data, ready);
        _process.ErrorDataReceived += (_, line) => See(line.Data, ready);
        _process.Exited += (_, _) => ready.TrySetException(
            new InvalidOperationException($"The server ended before it was ready:\n{Output}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        var line = await ready.Task.Within(() => $"the server to be ready:\n{Output}");
        ReadyAfter = clock.Elapsed;
        GrpcPort = int.Parse(line.Groups["grpc"].Value, System.Globalization.CultureInfo.InvariantCulture);
        HttpPort = int.Parse(line.Groups["http"].Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, and the exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process!.Id}"]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync().Within(() => $"the server to stop:\n{Output}");
        return _process.ExitCode;
    }

    /// <summary>A token of the server's own issuer.</summary>
    public string Token(string subject, string roles, string tenant = "main") =>
        Tokens.Issue(DataFolder, tenant, subject, roles);

    public SupportGridClient Client(string subject, string roles, string tenant = "main")
    {
        var token = Token(subject, roles, tenant);
        return new SupportGridClient(new SupportGridClientOptions
        {
            Address = GrpcAddress, Token = _ => ValueTask.FromResult(token), CallAttemptsMax = 1,
        });
    }

    /// <summary>Runs the program to its end with other arguments.</summary>
    public static Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) => RunToEndAsync(Launch(arguments));

    /// <summary>The replay as a program of its own, until it ends.</summary>
    public static Task<(int ExitCode, string Output)> ReplayAsync(params string[] arguments) =>
        RunToEndAsync(Launch(typeof(Replay.ReplayCommand).Assembly, arguments));

    private static async Task<(int ExitCode, string Output)> RunToEndAsync(Process launched)
    {
        using var process = launched;
        process.Start();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().Within("the program to end");
        return (process.ExitCode, await output + await error);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await KillAsync();
        }

        _process?.Dispose();
        Directory.Delete(DataFolder, recursive: true);
    }

    private void See(string? line, TaskCompletionSource<Match> ready)
    {
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (ReadyLine().Match(line) is { Success: true } match)
        {
            ready.TrySetResult(match);
        }
    }

    /// <summary>
    /// The program that documents call <c>dotnet run --project services/SupportGrid.Standalone --</c>.
    /// </summary>
    public static string Program => typeof(Standalone.StandaloneServer).Assembly.Location;

    private static Process Launch(string[] arguments) => Launch(typeof(Standalone.StandaloneServer).Assembly, arguments);

    private static Process Launch(Assembly program, string[] arguments) => new()
    {
        StartInfo = new ProcessStartInfo("dotnet", [program.Location, .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        },
        EnableRaisingEvents = true,
    };

    [GeneratedRegex(@"^SupportGrid is ready: gRPC on [^:]+:(?<grpc>\d+), HTTP on [^:]+:(?<http>\d+)")]
    private static partial Regex ReadyLine();
}
