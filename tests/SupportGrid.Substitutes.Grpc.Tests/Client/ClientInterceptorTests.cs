using Grpc.Core;
using Grpc.Core.Interceptors;
using SupportGrid.Substitutes.Grpc.Tests.Support;

namespace SupportGrid.Substitutes.Grpc.Tests.Client;

public sealed class ClientInterceptorTests
{
    [Fact]
    public async Task Interceptors_Several_FirstGivenSeesTheCallFirst()
    {
        await using var probe = await ProbeHost.StartAsync();
        var trace = new List<string>();
        var invoker = probe.Host.Channel().Intercept(new Tracer("first", trace), new Tracer("second", trace));
        var client = new Probe.ProbeClient(invoker);

        await client.AskAsync(new ProbeRequest());
        await Task.Run(() => client.Ask(new ProbeRequest()));
        using (var watch = client.Watch(new ProbeRequest()))
        {
            Assert.False(await watch.ResponseStream.MoveNext());
        }

        using (var collect = client.Collect())
        {
            await collect.RequestStream.CompleteAsync();
            await collect;
        }

        using (var talk = client.Talk())
        {
            await talk.RequestStream.CompleteAsync();
            Assert.False(await talk.ResponseStream.MoveNext());
        }

        Assert.Equal(
            [
                "first Ask", "second Ask", "first blocking Ask", "second blocking Ask", "first Watch", "second Watch",
                "first Collect", "second Collect", "first Talk", "second Talk",
            ],
            trace);
    }

    [Fact]
    public async Task HeadersFunction_AddsToACopy()
    {
        await using var probe = await ProbeHost.StartAsync();
        var seen = new TaskCompletionSource<(string? Given, string? Added)>();
        probe.Script.Ask = (_, context) =>
        {
            seen.SetResult((context.RequestHeaders.GetValue("given"), context.RequestHeaders.GetValue("added")));
            return Task.FromResult(new ProbeReply());
        };
        var client = new Probe.ProbeClient(probe.Host.Channel().Intercept(headers =>
        {
            headers.Add("added", "2");
            return headers;
        }));
        var given = new Metadata { { "given", "1" } };

        await client.AskAsync(new ProbeRequest(), given);

        Assert.Equal(("1", "2"), await seen.Task.Within());
        Assert.Single(given);
    }

    private sealed class Tracer(string name, List<string> trace) : Interceptor
    {
        public override TResponse BlockingUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            BlockingUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            trace.Add($"{name} blocking {context.Method.Name}");
            return continuation(request, context);
        }

        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            trace.Add($"{name} {context.Method.Name}");
            return continuation(request, context);
        }

        public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation)
        {
            trace.Add($"{name} {context.Method.Name}");
            return continuation(request, context);
        }

        public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation)
        {
            trace.Add($"{name} {context.Method.Name}");
            return continuation(context);
        }

        public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation)
        {
            trace.Add($"{name} {context.Method.Name}");
            return continuation(context);
        }
    }
}
