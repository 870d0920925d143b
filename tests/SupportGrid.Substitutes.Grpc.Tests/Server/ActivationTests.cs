using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SupportGrid.Substitutes.Grpc.Tests.Support;

namespace SupportGrid.Substitutes.Grpc.Tests.Server;

public sealed class ActivationTests
{
    [Fact]
    public async Task Service_NotRegistered_EachCallGetsItsOwnAndDisposesIt()
    {
        var made = new Made();
        await using var host = await TestHost.StartAsync(
            app => app.MapGrpcService<Counting>(), services => services.AddSingleton(made));
        var client = new Probe.ProbeClient(host.Channel());

        await client.AskAsync(new ProbeRequest());
        await client.AskAsync(new ProbeRequest());

        Assert.Equal(2, made.Count);
        await Eventually.Holds(() => made.Disposed == 2, "both services to be disposed");
    }

    [Fact]
    public async Task Service_RegisteredAsSingleton_IsShared()
    {
        var made = new Made();
        await using var host = await TestHost.StartAsync(
            app => app.MapGrpcService<Counting>(), services => services.AddSingleton(made).AddSingleton<Counting>());
        var client = new Probe.ProbeClient(host.Channel());

        await client.AskAsync(new ProbeRequest());
        await client.AskAsync(new ProbeRequest());

        Assert.Equal((1, 0), (made.Count, made.Disposed));
    }

    private sealed class Made
    {
        public int Count { get; set; }

        public int Disposed { get; set; }
    }

    private sealed class Counting : Probe.ProbeBase, IAsyncDisposable
    {
        private readonly Made _made;

        public Counting(Made made)
        {
            _made = made;
            _made.Count++;
        }

        public override Task<ProbeReply> Ask(ProbeRequest request, ServerCallContext context) =>
            Task.FromResult(new ProbeReply());

        public ValueTask DisposeAsync()
        {
            _made.Disposed++;
            return ValueTask.CompletedTask;
        }
    }
}
