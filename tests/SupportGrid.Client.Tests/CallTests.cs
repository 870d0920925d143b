using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Client.Tests.Support;

namespace SupportGrid.Client.Tests;

public sealed class CallTests
{
    private static readonly TimeSpan PauseMost = TimeSpan.FromSeconds(2);
    private static readonly SignInRequest Request = new() { RequestId = "r-1" };

    [Fact]
    public async Task CallAsync_AnswerLostTwice_IsSentAgainUnderTheSameRequestId()
    {
        await using var server = await ScriptedServer.StartAsync();
        server.Script.Fails(Errors.Bare(StatusCode.Unavailable), 2).Answers(7);
        using var client = server.Client();

        var call = client.CallAsync(client.Desk.SignInAsync, Request);
        await server.Time.PassPauseAsync(PauseMost, call);
        await server.Time.PassPauseAsync(PauseMost, call);

        Assert.Equal(7, (await call.Within("the third try")).Receipt.Version);
        Assert.Equal(["r-1", "r-1", "r-1"], server.Script.RequestIds);
    }

    [Theory]
    [InlineData(StatusCode.ResourceExhausted, "TRANSFER_LIMIT")]
    [InlineData(StatusCode.Aborted, "CONFIGURATION_VERSION")]
    [InlineData(StatusCode.FailedPrecondition, "NOT_SIGNED_IN")]
    public async Task CallAsync_Refusal_IsNotSentAgain(StatusCode code, string reason)
    {
        await using var server = await ScriptedServer.StartAsync();
        server.Script.Fails(Errors.Of(code, reason), 2);
        using var client = server.Client();

        var error = await Assert.ThrowsAsync<RpcException>(
            () => client.CallAsync(client.Desk.SignInAsync, Request).Within("the refusal"));

        Assert.Equal((code, reason), (error.StatusCode, RpcErrors.ReasonOf(error)));
        Assert.Single(server.Script.RequestIds);
    }

    [Fact]
    public async Task CallAsync_Failing_PausesGrowFromHalfToWholeUpToTheMost()
    {
        await using var server = await ScriptedServer.StartAsync();
        server.Script.Fails(Errors.Bare(StatusCode.Unavailable), 8).Answers(1);
        using var client = server.Client();
        var call = client.CallAsync(client.Desk.SignInAsync, Request);

        var pauses = new List<double>();
        for (var i = 0; i < 8; i++)
        {
            pauses.Add((await server.Time.PassPauseAsync(PauseMost, call)).TotalMilliseconds);
        }

        await call.Within("the ninth try");
        double[] whole = [50, 100, 200, 400, 800, 1_600, 2_000, 2_000];
        Assert.All(pauses.Zip(whole), p => Assert.InRange(p.First, p.Second / 2, p.Second));
        Assert.True(pauses.Zip(whole, (p, w) => p / w).Distinct().Count() > 1, "Every pause is the same share: no jitter.");
    }

    [Fact]
    public async Task CallAsync_RetryInfo_WaitsAtLeastThatLong()
    {
        await using var server = await ScriptedServer.StartAsync();
        server.Script.Fails(Errors.Of(StatusCode.ResourceExhausted, "RATE_LIMITED", TimeSpan.FromSeconds(4))).Answers(1);
        using var client = server.Client();

        var call = client.CallAsync(client.Desk.SignInAsync, Request);
        var pause = await server.Time.PassPauseAsync(TimeSpan.FromSeconds(5), call);
        await call.Within("the second try");

        Assert.InRange(pause.TotalMilliseconds, 4_025, 4_050);
    }

    [Fact]
    public async Task CallAsync_NoAnswerInTime_IsSentAgainWhenTheDeadlineHasPassed()
    {
        await using var server = await ScriptedServer.StartAsync();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var held = new TaskCompletionSource<SignInResponse>(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Script
            .Answers((_, _) =>
            {
                asked.SetResult();
                return held.Task;
            })
            .Answers(2);
        using var client = server.Client();

        var call = client.CallAsync(client.Desk.SignInAsync, Request);
        await asked.Task.Within("the first try");
        Assert.Equal(TimeSpan.FromSeconds(10), server.Time.NextDue - server.Time.GetUtcNow());
        server.Time.Advance(TimeSpan.FromSeconds(10));
        await server.Time.PassPauseAsync(PauseMost, call);

        Assert.Equal(2, (await call.Within("the second try")).Receipt.Version);
        Assert.Equal(["r-1", "r-1"], server.Script.RequestIds);
        held.SetResult(new SignInResponse());
    }

    [Fact]
    public async Task CallAsync_AllTriesFail_EndsWithTheLastError()
    {
        await using var server = await ScriptedServer.StartAsync();
        server.Script.Fails(Errors.Bare(StatusCode.Unavailable), 3);
        using var client = server.Client(attempts: 3);

        var call = client.CallAsync(client.Desk.SignInAsync, Request);
        await server.Time.PassPauseAsync(PauseMost, call);
        await server.Time.PassPauseAsync(PauseMost, call);

        var error = await Assert.ThrowsAsync<RpcException>(() => call.Within("the end of the tries"));
        Assert.Equal(StatusCode.Unavailable, error.StatusCode);
        Assert.Equal(3, server.Script.RequestIds.Count);
    }

    [Fact]
    public async Task CallAsync_TokenRefusedAndAnotherIsThere_IsSentAgainWithThat()
    {
        await using var server = await ScriptedServer.StartAsync();
        server.Tokens.Enqueue("token-2");
        server.Script.Fails(Errors.Of(StatusCode.Unauthenticated, "TOKEN_EXPIRED")).Answers(1);
        using var client = server.Client(attempts: 1);

        await client.CallAsync(client.Desk.SignInAsync, Request).Within("the second try");

        Assert.Equal(["Bearer token-1", "Bearer token-2"], server.Script.Authorizations);
        Assert.Equal(["r-1", "r-1"], server.Script.RequestIds);
    }

    [Fact]
    public async Task CallAsync_TokenRefusedAndThereIsNoOther_Ends()
    {
        await using var server = await ScriptedServer.StartAsync();
        server.Script.Fails(Errors.Of(StatusCode.Unauthenticated, "TOKEN_EXPIRED"), 2);
        using var client = server.Client();

        var error = await Assert.ThrowsAsync<RpcException>(
            () => client.CallAsync(client.Desk.SignInAsync, Request).Within("the refusal"));

        Assert.Equal("TOKEN_EXPIRED", RpcErrors.ReasonOf(error));
        Assert.Single(server.Script.RequestIds);
    }

    [Fact]
    public async Task CallAsync_CancelledUnderWay_EndsAsCancelled()
    {
        await using var server = await ScriptedServer.StartAsync();
        using var cancel = new CancellationTokenSource();
        var held = new TaskCompletionSource<SignInResponse>(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Script.Answers(async (_, _) =>
        {
            await cancel.CancelAsync();
            return await held.Task;
        });
        using var client = server.Client();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.CallAsync(client.Desk.SignInAsync, Request, cancel.Token).Within("the end of the call"));
        held.SetResult(new SignInResponse());
    }

    [Fact]
    public async Task CallAsync_CancelledInAPause_EndsAsCancelled()
    {
        await using var server = await ScriptedServer.StartAsync();
        using var cancel = new CancellationTokenSource();
        server.Script.Fails(Errors.Of(StatusCode.Unavailable, "STORE_UNAVAILABLE", TimeSpan.FromHours(1)));
        using var client = server.Client();

        var call = client.CallAsync(client.Desk.SignInAsync, Request, cancel.Token);
        await server.Time.UntilDueAfterAsync(TimeSpan.FromMinutes(59), call);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.Within("the end of the call"));
        Assert.Single(server.Script.RequestIds);
    }
}
