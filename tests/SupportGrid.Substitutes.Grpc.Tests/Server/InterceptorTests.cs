using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.DependencyInjection;
using SupportGrid.Substitutes.Grpc.Tests.Support;

namespace SupportGrid.Substitutes.Grpc.Tests.Server;

public sealed class InterceptorTests
{
    [Fact]
    public async Task Interceptors_OfAllAndOfTheService_SeeEveryKindOfCallInOrder()
    {
        var trace = new List<string>();
        await using var probe = await ProbeHost.StartAsync(
            options => options.Interceptors.Add<Tracer>("all", trace),
            services => services.Configure<GrpcServiceOptions<ProbeService>>(
                own => own.Interceptors.Add<Tracer>("own", trace)));

        await probe.Client.AskAsync(new ProbeRequest());
        using (var watch = probe.Client.Watch(new ProbeRequest()))
        {
            Assert.False(await watch.ResponseStream.MoveNext());
        }

        using (var collect = probe.Client.Collect())
        {
            await collect.RequestStream.CompleteAsync();
            await collect;
        }

        using (var talk = probe.Client.Talk())
        {
            await talk.RequestStream.CompleteAsync();
            Assert.False(await talk.ResponseStream.MoveNext());
        }

        Assert.Equal(
            ["all Ask", "own Ask", "all Watch", "own Watch", "all Collect", "own Collect", "all Talk", "own Talk"], trace);
    }

    [Fact]
    public async Task Interceptor_TurnsExceptionIntoStatus_ClientSeesIt()
    {
        await using var probe = await ProbeHost.StartAsync(options => options.Interceptors.Add<Translator>());
        probe.Script.Ask = (_, _) => throw new KeyNotFoundException();

        var exception = await Assert.ThrowsAsync<RpcException>(async () => await probe.Client.AskAsync(new ProbeRequest()));

        Assert.Equal(StatusCode.NotFound, exception.StatusCode);
    }

    [Fact]
    public async Task Interceptor_Registered_IsSharedOtherwiseEachCallHasItsOwn()
    {
        await using var probe = await ProbeHost.StartAsync(
            options =>
            {
                options.Interceptors.Add<Counter>();
                options.Interceptors.Add<Disposed>();
            },
            services => services.AddSingleton<Counter>().AddSingleton<DisposedCount>());

        await probe.Client.AskAsync(new ProbeRequest());
        await probe.Client.AskAsync(new ProbeRequest());

        Assert.Equal(2, probe.Host.Services.GetRequiredService<Counter>().Calls);
        var disposed = probe.Host.Services.GetRequiredService<DisposedCount>();
        await Eventually.Holds(() => disposed.Value == 2, "both interceptors to be disposed");
    }

    [Fact]
    public async Task Interceptor_WrapsTheContext_HandlerStillFindsTheHttpContext()
    {
        await using var probe = await ProbeHost.StartAsync(options => options.Interceptors.Add<Wrapper>());
        var path = new TaskCompletionSource<string?>();
        probe.Script.Ask = (_, context) =>
        {
            path.SetResult(context.GetHttpContext().Request.Path.Value);
            return Task.FromResult(new ProbeReply());
        };

        await probe.Client.AskAsync(new ProbeRequest());

        Assert.Equal("/supportgrid.probe.Probe/Ask", await path.Task.Within());
    }

    [Fact]
    public void Interceptors_OtherTypeAdded_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new GrpcServiceOptions().Interceptors.Add(typeof(string)));

    private sealed class Tracer(string name, List<string> trace) : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            Note(context);
            return continuation(request, context);
        }

        public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream,
            ServerCallContext context,
            ClientStreamingServerMethod<TRequest, TResponse> continuation)
        {
            Note(context);
            return continuation(requestStream, context);
        }

        public override Task ServerStreamingServerHandler<TRequest, TResponse>(
            TRequest request,
            IServerStreamWriter<TResponse> responseStream,
            ServerCallContext context,
            ServerStreamingServerMethod<TRequest, TResponse> continuation)
        {
            Note(context);
            return continuation(request, responseStream, context);
        }

        public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream,
            IServerStreamWriter<TResponse> responseStream,
            ServerCallContext context,
            DuplexStreamingServerMethod<TRequest, TResponse> continuation)
        {
            Note(context);
            return continuation(requestStream, responseStream, context);
        }

        private void Note(ServerCallContext context) =>
            trace.Add($"{name} {context.Method[(context.Method.LastIndexOf('/') + 1)..]}");
    }

    private sealed class Translator : Interceptor
    {
        public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            try
            {
                return await continuation(request, context);
            }
            catch (KeyNotFoundException)
            {
                throw new RpcException(new Status(StatusCode.NotFound, ""));
            }
        }
    }

    private sealed class Counter : Interceptor
    {
        public int Calls { get; private set; }

        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            Calls++;
            return continuation(request, context);
        }
    }

    private sealed class DisposedCount
    {
        public int Value { get; set; }
    }

    private sealed class Disposed(DisposedCount count) : Interceptor, IDisposable
    {
        public void Dispose() => count.Value++;
    }

    private sealed class Wrapper : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
            continuation(request, new WrappedContext(context));
    }
}
