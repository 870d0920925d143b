namespace SupportGrid.Substitutes.Grpc.Tests.Interop;

/// <summary>
/// Our client against the official server. It does not check compression, so the probes are left out.
/// </summary>
public sealed class OfficialServerTests(OfficialServerFixture fixture) : IClassFixture<OfficialServerFixture>
{
    [InteropFact]
    public Task OfficialServer_EmptyUnary_Passes() => fixture.Cases.EmptyUnary();

    [InteropFact]
    public Task OfficialServer_LargeUnary_Passes() => fixture.Cases.LargeUnary();

    [InteropFact]
    public Task OfficialServer_ClientStreaming_Passes() => fixture.Cases.ClientStreaming();

    [InteropFact]
    public Task OfficialServer_ServerStreaming_Passes() => fixture.Cases.ServerStreaming();

    [InteropFact]
    public Task OfficialServer_PingPong_Passes() => fixture.Cases.PingPong();

    [InteropFact]
    public Task OfficialServer_EmptyStream_Passes() => fixture.Cases.EmptyStream();

    [InteropFact]
    public Task OfficialServer_CancelAfterBegin_Passes() => fixture.Cases.CancelAfterBegin();

    [InteropFact]
    public Task OfficialServer_CancelAfterFirstResponse_Passes() => fixture.Cases.CancelAfterFirstResponse();

    [InteropFact]
    public Task OfficialServer_TimeoutOnSleepingServer_Passes() => fixture.Cases.TimeoutOnSleepingServer();

    [InteropFact]
    public Task OfficialServer_CustomMetadata_Passes() => fixture.Cases.CustomMetadata();

    [InteropFact]
    public Task OfficialServer_StatusCodeAndMessage_Passes() => fixture.Cases.StatusCodeAndMessage();

    [InteropFact]
    public Task OfficialServer_SpecialStatusMessage_Passes() => fixture.Cases.SpecialStatusMessage();

    [InteropFact]
    public Task OfficialServer_UnimplementedMethod_Passes() => fixture.Cases.UnimplementedMethod();

    [InteropFact]
    public Task OfficialServer_UnimplementedService_Passes() => fixture.Cases.UnimplementedService();

    [InteropFact]
    public Task OfficialServer_ClientCompressedUnary_Passes() => fixture.Cases.ClientCompressedUnary(probe: false);

    [InteropFact]
    public Task OfficialServer_ClientCompressedStreaming_Passes() => fixture.Cases.ClientCompressedStreaming(probe: false);
}
