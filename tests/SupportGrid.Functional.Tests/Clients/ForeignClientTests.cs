using System.Text.Json;
using SupportGrid.Functional.Tests.Hosting;

namespace SupportGrid.Functional.Tests.Clients;

/// <summary>
/// Clients that nobody here wrote do the customer's and the agent's part, from the protos and from what the server says
/// of itself, and leave behind what our own client leaves behind.
/// </summary>
public sealed class ForeignClientTests(World world) : IClassFixture<World>
{
    [Needs("node")]
    public Task Grpc_js_plays_the_whole_path_from_the_protos() => PlayInNodeAsync(Tool.Protos);

    [Needs("node")]
    public Task Grpc_js_plays_the_whole_path_from_reflection() => PlayInNodeAsync("reflection");

    [Needs("python")]
    public async Task Grpcio_plays_the_whole_path_from_the_protos()
    {
        var stubs = Directory.CreateTempSubdirectory("supportgrid-stubs-").FullName;
        var protoc = await Tool.RunAsync(
            "protoc",
            Tool.Protos,
            [
                "-I", Tool.Protos, $"--python_out={stubs}", $"--grpc_python_out={stubs}",
                "--plugin=protoc-gen-grpc_python=/usr/bin/grpc_python_plugin",
                .. Directory.GetFiles(Path.Combine(Tool.Protos, "supportgrid", "v1"), "*.proto"),
            ]);
        Assert.True(protoc.ExitCode == 0, protoc.Error);
        await PlayInPythonAsync(stubs);
        Directory.Delete(stubs, recursive: true);
    }

    [Needs("python")]
    public Task Grpcio_plays_the_whole_path_from_reflection() => PlayInPythonAsync("reflection");

    [Needs("node")]
    public Task Buf_curl_plays_the_whole_path_from_the_protos_over_grpc() => PlayWithBufAsync(
        "grpc-protos", world.Server.GrpcPort, "--protocol", "grpc", "--http2-prior-knowledge", "--schema", Tool.Protos);

    [Needs("node")]
    public Task Buf_curl_plays_the_whole_path_from_reflection_over_grpc() => PlayWithBufAsync(
        "grpc-reflection", world.Server.GrpcPort, "--protocol", "grpc", "--http2-prior-knowledge", "--reflect");

    [Needs("node")]
    public Task Buf_curl_plays_the_whole_path_from_the_protos_over_grpc_web_and_http_1() => PlayWithBufAsync(
        "web-protos", world.Server.HttpPort, "--protocol", "grpcweb", "--schema", Tool.Protos);

    [Needs("node")]
    public Task Buf_curl_plays_the_whole_path_from_reflection_over_grpc_web_and_http_2_since_reflection_streams_both_ways() =>
        PlayWithBufAsync(
            "web-reflection", world.Server.GrpcPort, "--protocol", "grpcweb", "--http2-prior-knowledge", "--reflect");

    [Needs("node")]
    public async Task The_protos_pass_buf_lint()
    {
        var (code, output, error) = await Tool.RunAsync(Tool.Buf, Tool.Protos, "lint");
        Assert.True(code == 0, output + error);
    }

    private async Task PlayInNodeAsync(string source)
    {
        await TypeScript.CompileAsync();
        var (code, output, error) = await Tool.RunAsync(
            "node",
            Tool.Node,
            "build/whole-path.js",
            $"127.0.0.1:{world.Server.GrpcPort}",
            source,
            world.Server.Token("ana", "agent"),
            world.Server.Token("web", "channel"));
        Assert.True(code == 0, output + error);
        await AssertAsOurClientAsync(output, "Hello from node");
    }

    private async Task PlayInPythonAsync(string source)
    {
        var (code, output, error) = await Tool.RunAsync(
            "/usr/bin/python3",
            null,
            Path.Combine(Tool.Root, "tests", "clients", "python", "whole_path.py"),
            $"127.0.0.1:{world.Server.GrpcPort}",
            source,
            world.Server.Token("ben", "agent"),
            world.Server.Token("web", "channel"));
        Assert.True(code == 0, output + error);
        await AssertAsOurClientAsync(output, "Hello from Python");
    }

    private async Task PlayWithBufAsync(string customer, int port, params string[] how)
    {
        const string first = "Hello from a shell";
        var played = await BufPath.PlayAsync(world, new BufCurl(world, port, how), "ana", customer, first);
        Assert.Equal(await Played.ByOurClientAsync(world, "ana", $"{customer}-ours", first), played);
    }

    /// <summary>The scripts end with a line of JSON.</summary>
    private async Task AssertAsOurClientAsync(string output, string first)
    {
        using var json = JsonDocument.Parse(output.Trim().Split('\n')[^1]);
        Assert.Equal("FAILED_PRECONDITION", json.RootElement.GetProperty("refusal").GetString());
        var played = await Played.ReadAsync(
            world, json.RootElement.GetProperty("interactionId").GetString()!, "FailedPrecondition");
        Assert.Equal(await Played.ByOurClientAsync(world, "ana", World.Id("ours"), first), played);
    }
}
