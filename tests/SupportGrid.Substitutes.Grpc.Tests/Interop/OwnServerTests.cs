namespace SupportGrid.Substitutes.Grpc.Tests.Interop;

/// <summary>Our client against our server, all cases: what fails here is ours alone.</summary>
public sealed class OwnServerTests(InteropFixture fixture) : IClassFixture<InteropFixture>
{
    private InteropCases Cases => new(fixture.Host.Channel());

    [Fact]
    public Task OwnServer_EmptyUnary_Passes() => Cases.EmptyUnary();

    [Fact]
    public Task OwnServer_LargeUnary_Passes() => Cases.LargeUnary();

    [Fact]
    public Task OwnServer_ClientStreaming_Passes() => Cases.ClientStreaming();

    [Fact]
    public Task OwnServer_ServerStreaming_Passes() => Cases.ServerStreaming();

    [Fact]
    public Task OwnServer_PingPong_Passes() => Cases.PingPong();

    [Fact]
    public Task OwnServer_EmptyStream_Passes() => Cases.EmptyStream();

    [Fact]
    public Task OwnServer_CancelAfterBegin_Passes() => Cases.CancelAfterBegin();

    [Fact]
    public Task OwnServer_CancelAfterFirstResponse_Passes() => Cases.CancelAfterFirstResponse();

    [Fact]
    public Task OwnServer_TimeoutOnSleepingServer_Passes() => Cases.TimeoutOnSleepingServer();

    [Fact]
    public Task OwnServer_CustomMetadata_Passes() => Cases.CustomMetadata();

    [Fact]
    public Task OwnServer_StatusCodeAndMessage_Passes() => Cases.StatusCodeAndMessage();

    [Fact]
    public Task OwnServer_SpecialStatusMessage_Passes() => Cases.SpecialStatusMessage();

    [Fact]
    public Task OwnServer_UnimplementedMethod_Passes() => Cases.UnimplementedMethod();

    [Fact]
    public Task OwnServer_UnimplementedService_Passes() => Cases.UnimplementedService();

    [Fact]
    public Task OwnServer_ClientCompressedUnary_Passes() => Cases.ClientCompressedUnary(probe: true);

    [Fact]
    public Task OwnServer_ClientCompressedStreaming_Passes() => Cases.ClientCompressedStreaming(probe: true);

    [Fact]
    public Task OwnServer_ServerCompressedUnary_Passes() => Cases.ServerCompressedUnary();

    [Fact]
    public Task OwnServer_ServerCompressedStreaming_Passes() => Cases.ServerCompressedStreaming();
}
