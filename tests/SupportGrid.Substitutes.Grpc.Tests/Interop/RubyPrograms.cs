using System.Diagnostics;

namespace SupportGrid.Substitutes.Grpc.Tests.Interop;

/// <summary>Debian's copies of the official interop programs, written in Ruby over the C core of gRPC.</summary>
internal static class RubyPrograms
{
    private static readonly string[] GemRoots =
        ["/usr/lib/x86_64-linux-gnu/rubygems-integration", "/usr/lib/aarch64-linux-gnu/rubygems-integration"];

    public static string? Client { get; } = Find("client.rb");

    public static string? Server { get; } = Find("server.rb");

    /// <summary>Runs the client for one case; its exit code and everything it printed.</summary>
    public static async Task<(int ExitCode, string Output)> RunClientAsync(int port, string testCase)
    {
        using var process = Start(
            Client!, "--server_host=127.0.0.1", $"--server_port={port}", $"--test_case={testCase}", "--use_tls=false");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The Ruby client did not end within 120 s in case {testCase}.");
        }

        return (process.ExitCode, await output + await errors);
    }

    public static Process Start(string program, params string[] arguments) =>
        Process.Start(new ProcessStartInfo("ruby", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    private static string? Find(string name) => GemRoots
        .Where(Directory.Exists)
        .SelectMany(root => Directory.EnumerateDirectories(root))
        .Select(version => Path.Combine(version, "gems"))
        .Where(Directory.Exists)
        .SelectMany(gems => Directory.EnumerateDirectories(gems, "grpc-*"))
        .Select(gem => Path.Combine(gem, "src", "ruby", "pb", "test", name))
        .FirstOrDefault(File.Exists);
}
