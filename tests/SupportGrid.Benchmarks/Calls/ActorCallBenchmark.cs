using System.Threading.Channels;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SupportGrid.Benchmarks.Calls;

/// <summary>
/// Asking an empty actor against the least that gives the same promise (one call at a time, on a queue): a channel with
/// one reader. What runs is the engine of the chosen edition.
/// </summary>
[MemoryDiagnoser]
public class ActorCallBenchmark : IDisposable
{
    private const int Calls = 1_000;

    private readonly Channel<(int Number, TaskCompletionSource<int> Answer)> _mailbox =
        Channel.CreateUnbounded<(int, TaskCompletionSource<int>)>(new UnboundedChannelOptions { SingleReader = true });

    private IHost _host = null!;
    private IPing _grain = null!;
    private Task _reader = Task.CompletedTask;

    [GlobalSetup]
    public async Task SetupAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.UseOrleans(silo => silo.AddMemoryGrainStorageAsDefault());
        _host = builder.Build();
        await _host.StartAsync();
        _grain = _host.Services.GetRequiredService<IGrainFactory>().GetGrain<IPing>("ping");
        _reader = ReadAsync();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Calls)]
    public async Task<int> Mailbox()
    {
        var number = 0;
        for (var i = 0; i < Calls; i++)
        {
            var answer = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
            _mailbox.Writer.TryWrite((number, answer));
            number = await answer.Task;
        }

        return number;
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public async Task<int> Actor()
    {
        var number = 0;
        for (var i = 0; i < Calls; i++)
        {
            number = await _grain.Ping(number);
        }

        return number;
    }

    [GlobalCleanup]
    public async Task CleanupAsync()
    {
        _mailbox.Writer.Complete();
        await _reader;
        await _host.StopAsync();
        Dispose();
    }

    public void Dispose()
    {
        _host?.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task ReadAsync()
    {
        await foreach (var (number, answer) in _mailbox.Reader.ReadAllAsync())
        {
            answer.SetResult(number + 1);
        }
    }
}
