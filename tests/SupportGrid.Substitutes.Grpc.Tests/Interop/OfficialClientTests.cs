namespace SupportGrid.Substitutes.Grpc.Tests.Interop;

/// <summary>The official client against our server: every case that needs no cloud account.</summary>
public sealed class OfficialClientTests(InteropFixture fixture) : IClassFixture<InteropFixture>
{
    [InteropFact]
    public Task OfficialClient_EmptyUnary_Passes() => Passes("empty_unary");

    [InteropFact]
    public Task OfficialClient_LargeUnary_Passes() => Passes("large_unary");

    [InteropFact]
    public Task OfficialClient_ClientCompressedUnary_Passes() => Passes("client_compressed_unary");

    [InteropFact]
    public Task OfficialClient_ClientStreaming_Passes() => Passes("client_streaming");

    [InteropFact]
    public Task OfficialClient_ClientCompressedStreaming_Passes() => Passes("client_compressed_streaming");

    [InteropFact]
    public Task OfficialClient_ServerStreaming_Passes() => Passes("server_streaming");

    [InteropFact]
    public Task OfficialClient_PingPong_Passes() => Passes("ping_pong");

    [InteropFact]
    public Task OfficialClient_EmptyStream_Passes() => Passes("empty_stream");

    [InteropFact]
    public Task OfficialClient_TimeoutOnSleepingServer_Passes() => Passes("timeout_on_sleeping_server");

    [InteropFact]
    public Task OfficialClient_CancelAfterBegin_Passes() => Passes("cancel_after_begin");

    [InteropFact]
    public Task OfficialClient_CancelAfterFirstResponse_Passes() => Passes("cancel_after_first_response");

    [InteropFact]
    public Task OfficialClient_UnimplementedMethod_Passes() => Passes("unimplemented_method");

    [InteropFact]
    public Task OfficialClient_UnimplementedService_Passes() => Passes("unimplemented_service");

    [InteropFact]
    public Task OfficialClient_StatusCodeAndMessage_Passes() => Passes("status_code_and_message");

    [InteropFact]
    public Task OfficialClient_CustomMetadata_Passes() => Passes("custom_metadata");

    private async Task Passes(string testCase)
    {
        var (exitCode, output) = await RubyPrograms.RunClientAsync(fixture.Host.Address.Port, testCase);
        Assert.True(exitCode == 0 && output.Contains($"OK: {testCase}", StringComparison.Ordinal), output);
    }
}
