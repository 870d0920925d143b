using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;
using SupportGrid.Substitutes.Grpc.Tests.Support;

namespace SupportGrid.Substitutes.Grpc.Tests.Server;

public sealed class DeadlineTests
{
    private const string Watch = "/supportgrid.probe.Probe/Watch";

    // Ahead of the machine's clock, by which the client counts.
    private readonly ManualTime _time = new(new DateTimeOffset(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly TaskCompletionSource _started = new();

    private DateTime Deadline => _time.GetUtcNow().UtcDateTime.AddSeconds(5);

    [Fact]
    public async Task Deadline_Passes_ClientFailsAndHandlerIsCancelled()
    {
        await using var probe = await StartAsync();
        var cancelled = new TaskCompletionSource();
        probe.Script.Ask = async (_, context) =>
        {
            context.CancellationToken.Register(cancelled.SetResult);
            _started.SetResult();
            await cancelled.Task;
            return new ProbeReply();
        };
        var client = probe.ClientWith(new GrpcChannelOptions { ServiceProvider = probe.Host.Services });
        using var call = client.AskAsync(new ProbeRequest(), deadline: Deadline);
        await _started.Task.Within("the handler");

        _time.Advance(TimeSpan.FromSeconds(6));

        var exception = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync.Within());
        Assert.Equal(StatusCode.DeadlineExceeded, exception.StatusCode);
        await cancelled.Task.Within("the handler's token");
    }

    [Fact]
    public async Task Deadline_HandlerIgnoresIt_ServerAnswersAllTheSame()
    {
        await using var probe = await StartAsync();
        var release = new TaskCompletionSource();
        probe.Script.Ask = async (_, _) =>
        {
            _started.SetResult();
            await release.Task;
            return new ProbeReply();
        };
        var answer = RawCall.PostAsync(probe.Address, RawCall.Frame([]), headers: ("grpc-timeout", "5S"));
        await _started.Task.Within("the handler");

        _time.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal((int)StatusCode.DeadlineExceeded, (await answer).Status);
        release.SetResult();
    }

    [Fact]
    public async Task Deadline_PassesAfterMessages_MessagesArriveBeforeTheStatus()
    {
        await using var probe = await StartAsync();
        probe.Script.Watch = async (_, responses, context) =>
        {
            await responses.WriteAsync(new ProbeReply { Text = "first" });
            _started.SetResult();
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
        };
        var answer = RawCall.PostAsync(probe.Address, RawCall.Frame([]), Watch, ("grpc-timeout", "5S"));
        await _started.Task.Within("the first message");

        _time.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal((int)StatusCode.DeadlineExceeded, (await answer).Status);
        Assert.Equal(new ProbeReply { Text = "first" }, ProbeReply.Parser.ParseFrom((await answer).Body.AsSpan(5)));
    }

    [Fact]
    public async Task Deadline_WriteAfterwards_Throws()
    {
        await using var probe = await StartAsync();
        var written = new TaskCompletionSource<Exception?>();
        probe.Script.Watch = async (_, responses, context) =>
        {
            var cancelled = new TaskCompletionSource();
            context.CancellationToken.Register(cancelled.SetResult);
            _started.SetResult();
            await cancelled.Task;
            written.SetResult(await Record.ExceptionAsync(() => responses.WriteAsync(new ProbeReply())));
        };
        var answer = RawCall.PostAsync(probe.Address, RawCall.Frame([]), Watch, ("grpc-timeout", "5S"));
        await _started.Task.Within("the handler");

        _time.Advance(TimeSpan.FromSeconds(6));

        Assert.IsType<InvalidOperationException>(await written.Task.Within());
        await answer;
    }

    [Fact]
    public async Task Deadline_HandlerAsksForTheTokenTooLate_ItIsCancelledAlready()
    {
        await using var probe = await StartAsync();
        var late = new TaskCompletionSource<bool>();
        var release = new TaskCompletionSource();
        probe.Script.Ask = async (_, context) =>
        {
            _started.SetResult();
            await release.Task;
            late.SetResult(context.CancellationToken.IsCancellationRequested);
            return new ProbeReply();
        };
        var answer = RawCall.PostAsync(probe.Address, RawCall.Frame([]), headers: ("grpc-timeout", "5S"));
        await _started.Task.Within("the handler");

        _time.Advance(TimeSpan.FromSeconds(6));
        await answer;
        release.SetResult();

        Assert.True(await late.Task.Within());
    }

    [Fact]
    public async Task Deadline_PassesWhileAWriteWaitsForTheClient_StreamIsReset()
    {
        await using var probe = await StartAsync();
        var ended = new TaskCompletionSource<Exception>();
        probe.Script.Watch = async (_, responses, _) =>
        {
            var body = ByteString.CopyFrom(new byte[1_000_000]);
            try
            {
                while (true)
                {
                    var write = responses.WriteAsync(new ProbeReply { Body = body });
                    _ = write.IsCompleted || _started.TrySetResult();
                    await write;
                }
            }
            catch (Exception exception)
            {
                ended.SetResult(exception);
                throw;
            }
        };

        // This client reads the headers and no more: only the server can end the call.
        using var response = await RawCall.OpenAsync(probe.Address, RawCall.Frame([]), Watch, ("grpc-timeout", "5S"));
        await _started.Task.Within("a write that waits");

        // Once for the deadline, then for the time that an unread write is given.
        await Eventually.Holds(
            () =>
            {
                _time.Advance(TimeSpan.FromSeconds(6));
                return Task.FromResult(ended.Task.IsCompleted);
            },
            "the waiting write to fail");
    }

    [Fact]
    public async Task Deadline_PassesBetweenManyWrites_IsAlwaysAnswered()
    {
        await using var probe = await StartAsync();
        var running = 0;
        probe.Script.Watch = async (_, responses, context) =>
        {
            Interlocked.Increment(ref running);
            while (!context.CancellationToken.IsCancellationRequested)
            {
                await responses.WriteAsync(new ProbeReply { Text = "tick" });
            }
        };
        var answers = Enumerable.Range(0, 10).Select(_ => RawCall.PostAsync(
            probe.Address, RawCall.Frame([]), Watch, ("grpc-timeout", "5S"))).ToList();
        await Eventually.Holds(() => Volatile.Read(ref running) == answers.Count, "all handlers to run");

        // To the deadline and no further: what is written then has a time of its own to arrive.
        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.All(await Task.WhenAll(answers), answer => Assert.Equal((int)StatusCode.DeadlineExceeded, answer.Status));
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
            new ProbeRequest(), deadline: DateTime.SpecifyKind(Deadline, DateTimeKind.Local)));
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

    private Task<ProbeHost> StartAsync() =>
        ProbeHost.StartAsync(services: services => services.AddSingleton<TimeProvider>(_time));
}
