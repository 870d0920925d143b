using System.Text.Json;
using SupportGrid.Functional.Tests.Hosting;

namespace SupportGrid.Functional.Tests.Clients;

/// <summary>Clients that nobody here wrote do the customer's and the agent's part.</summary>
public sealed class ForeignClientTests(World world) : IClassFixture<World>
{
    [Needs("node")]
    public async Task Grpc_js_plays_the_whole_path_from_the_protos()
    {
        var (code, output, error) = await Tool.RunAsync(
            "node",
            Tool.Node,
            "whole-path.mjs",
            $"127.0.0.1:{world.Server.GrpcPort}",
            Tool.Protos,
            world.Server.Token("ana", "agent"),
            world.Server.Token("web", "channel"));
        Assert.True(code == 0, output + error);
        await AssertPlayedAsync(output, ["Hello from node", "Hello back", "Thanks"]);
    }

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
        var (code, output, error) = await Tool.RunAsync(
            "/usr/bin/python3",
            null,
            Path.Combine(Tool.Root, "tests", "clients", "python", "whole_path.py"),
            $"127.0.0.1:{world.Server.GrpcPort}",
            stubs,
            world.Server.Token("ben", "agent"),
            world.Server.Token("web", "channel"));
        Assert.True(code == 0, output + error);
        await AssertPlayedAsync(output, ["Hello from Python", "Hello back", "Thanks"]);
        Directory.Delete(stubs, recursive: true);
    }

    [Needs("node")]
    public async Task Buf_curl_opens_and_leaves_from_reflection_over_grpc()
    {
        var opened = await CurlAsync(
            "OpenInteraction", """{"requestId":"buf-1","customerId":"buf","channel":"CHANNEL_CHAT","queue":"latin"}""",
            $"http://127.0.0.1:{world.Server.GrpcPort}", "--protocol", "grpc", "--http2-prior-knowledge", "--reflect");
        var id = opened.GetProperty("interactionId").GetString()!;
        await CurlAsync(
            "LeaveInteraction", $$"""{"requestId":"buf-2","customerId":"buf","interactionId":"{{id}}"}""",
            $"http://127.0.0.1:{world.Server.GrpcPort}", "--protocol", "grpc", "--http2-prior-knowledge", "--reflect");
        Assert.Equal(Api.V1.InteractionState.Closed, (await world.ReadAsync(id)).State);
    }

    [Needs("node")]
    public async Task Buf_curl_opens_and_leaves_from_the_protos_over_grpc_web()
    {
        var opened = await CurlAsync(
            "OpenInteraction", """{"requestId":"web-1","customerId":"bufweb","channel":"CHANNEL_CHAT","queue":"latin"}""",
            $"http://127.0.0.1:{world.Server.HttpPort}", "--protocol", "grpcweb", "--schema", Tool.Protos);
        var id = opened.GetProperty("interactionId").GetString()!;
        await CurlAsync(
            "LeaveInteraction", $$"""{"requestId":"web-2","customerId":"bufweb","interactionId":"{{id}}"}""",
            $"http://127.0.0.1:{world.Server.HttpPort}", "--protocol", "grpcweb", "--schema", Tool.Protos);
        Assert.Equal(Api.V1.InteractionState.Closed, (await world.ReadAsync(id)).State);
    }

    [Needs("node")]
    public async Task The_protos_pass_buf_lint()
    {
        var (code, output, error) = await Tool.RunAsync(Tool.Buf, Tool.Protos, "lint");
        Assert.True(code == 0, output + error);
    }

    private async Task<JsonElement> CurlAsync(string method, string request, string address, params string[] options)
    {
        var (code, output, error) = await Tool.RunAsync(
            Tool.Buf,
            null,
            [
                "curl", .. options, "-H", "authorization: Bearer " + world.Server.Token("web", "channel"), "-d", request,
                $"{address}/supportgrid.v1.CustomerService/{method}",
            ]);
        Assert.True(code == 0, output + error);
        using var json = JsonDocument.Parse(output);
        return json.RootElement.Clone();
    }

    private async Task AssertPlayedAsync(string output, string[] texts)
    {
        using var json = JsonDocument.Parse(output.Trim().Split('\n')[^1]);
        Assert.Equal("FAILED_PRECONDITION", json.RootElement.GetProperty("refusal").GetString());
        var played = await world.ReadAsync(json.RootElement.GetProperty("interactionId").GetString()!);
        Assert.Equal(texts, played.Transcript.Select(m => m.Text));
        Assert.Equal(Api.V1.InteractionState.Closed, played.State);
        Assert.Equal("solved", played.WrapUpCode);
    }
}
