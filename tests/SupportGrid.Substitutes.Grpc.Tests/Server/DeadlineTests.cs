using Grpc.Core;
using SupportGrid.Substitutes.Grpc.Tests.Support;

namespace SupportGrid.Substitutes.Grpc.Tests.Server;

public sealed class DeadlineTests
{
    private static DateTime Soon => TimeProvider.System.GetUtcNow().UtcDateTime.AddMilliseconds(150);

    [Fact]
    public async Task Deadline_Passes_ClientFailsAndHandlerIsCancelled()
    {
        await using var probe = await ProbeHost.StartAsync();
        var cancelled = new TaskCompletionSource();
        probe.Script.Ask = async (_, context) =>
        {
            context.CancellationToken.Register(cancelled.SetResult);
            await cancelled.Task;
            return new ProbeReply();
        };

        var exception = await Assert.ThrowsAsync<RpcException>(
            async () => await probe.Client.AskAsync(new ProbeRequest(), deadline: Soon));

        Assert.Equal(StatusCode.DeadlineExceeded, exception.StatusCode);
        await cancelled.Task.Within("the handler's token");
    }

    [Fact]
    public async Task Deadline_HandlerIgnoresIt_ServerAnswersAllTheSame()
    {
        await using var probe = await ProbeHost.StartAsync();
        var release = new TaskCompletionSource();
        probe.Script.Ask = async (_, _) =>
        {
            await release.Task;
            return new ProbeReply();
        };

        var answer = await RawCall.PostAsync(probe.Address, RawCall.Frame([]), headers: ("grpc-timeout", "50m"));

        Assert.Equal((int)StatusCode.DeadlineExceeded, answer.Status);
        release.SetResult();
    }

    [Fact]
    public async Task Deadline_PassesAfterMessages_MessagesArriveBeforeTheStatus()
    {
        await using var probe = await ProbeHost.StartAsync();
        probe.Script.Watch = async (_, responses, context) =>
        {
            await responses.WriteAsync(new ProbeReply { Text = "first" });
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
        };

        var answer = await RawCall.PostAsync(
            probe.Address, RawCall.Frame([]), "/supportgrid.probe.Probe/Watch", ("grpc-timeout", "100m"));

        Assert.Equal((int)StatusCode.DeadlineExceeded, answer.Status);
        Assert.Equal(new ProbeReply { Text = "first" }, ProbeReply.Parser.ParseFrom(answer.Body.AsSpan(5)));
    }

    [Fact]
    public async Task Deadline_WriteAfterwards_Throws()
    {
        await using var probe = await ProbeHost.StartAsync();
        var written = new TaskCompletionSource<Exception?>();
        probe.Script.Watch = async (_, responses, context) =>
        {
            await Task.Delay(Timeout.Infinite, context.CancellationToken).ContinueWith(_ => { }, TaskScheduler.Default);
            written.SetResult(await Record.ExceptionAsync(() => responses.WriteAsync(new ProbeReply())));
        };

        await RawCall.PostAsync(
            probe.Address, RawCall.Frame([]), "/supportgrid.probe.Probe/Watch", ("grpc-timeout", "50m"));

        Assert.IsType<InvalidOperationException>(await written.Task.Within());
    }

    [Fact]
    public async Task Deadline_HandlerAsks_SeesIt()
    {
        await using var probe = await ProbeHost.StartAsync();
        var seen = new List<DateTime>();
        probe.Script.Ask = (_, context) =>
        {
            seen.Add(context.Deadline);
            return Task.FromResult(new ProbeReply());
        };
        var deadline = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(1);

        await probe.Client.AskAsync(new ProbeRequest(), deadline: deadline);
        await probe.Client.AskAsync(new ProbeRequest());

        Assert.InRange(seen[0], deadline.AddSeconds(-30), deadline.AddSeconds(30));
        Assert.Equal(DateTime.MaxValue, seen[1]);
    }

    [Fact]
    public async Task Deadline_PassedBeforeTheCall_NothingIsSent()
    {
        await using var probe = await ProbeHost.StartAsync();
        var asked = false;
        probe.Script.Ask = (_, _) =>
        {
            asked = true;
            return Task.FromResult(new ProbeReply());
        };
        var past = TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(-1);

        var exception = await Assert.ThrowsAsync<RpcException>(
            async () => await probe.Client.AskAsync(new ProbeRequest(), deadline: past));

        Assert.Equal(StatusCode.DeadlineExceeded, exception.StatusCode);
        Assert.False(asked);
    }

    [Fact]
    public async Task Deadline_Malformed_IsIgnored()
    {
        await using var probe = await ProbeHost.StartAsync();

        var answer = await RawCall.PostAsync(probe.Address, RawCall.Frame([]), headers: ("grpc-timeout", "soon"));

        Assert.Equal(0, answer.Status);
    }

    [Fact]
    public async Task Deadline_LocalTime_IsRefused()
    {
        await using var probe = await ProbeHost.StartAsync();

        Assert.Throws<InvalidOperationException>(() => probe.Client.AskAsync(
            new ProbeRequest(), deadline: DateTime.SpecifyKind(Soon, DateTimeKind.Local)));
    }

    [Fact]
    public async Task PropagationToken_InnerCall_InheritsTheDeadline()
    {
        await using var inner = await ProbeHost.StartAsync();
        await using var outer = await ProbeHost.StartAsync();
        var innerDeadline = new TaskCompletionSource<DateTime>();
        inner.Script.Ask = (_, context) =>
        {
            innerDeadline.SetResult(context.Deadline);
            return Task.FromResult(new ProbeReply());
        };
        outer.Script.Ask = async (request, context) => await inner.Client.AskAsync(
            request, new CallOptions(propagationToken: context.CreatePropagationToken()));
        var deadline = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(1);

        await outer.Client.AskAsync(new ProbeRequest(), deadline: deadline);

        Assert.InRange(await innerDeadline.Task.Within(), deadline.AddSeconds(-30), deadline.AddSeconds(30));
    }
}
