using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain;
using SupportGrid.EventSourcing;
using SupportGrid.Silo.Hosting;

namespace SupportGrid.Silo.Tests.Hosting;

/// <summary>Carries reactions out, except those that a test holds back: they never happen in this process.</summary>
internal sealed class FaultyReactions
{
    private volatile Func<Reaction, bool> _isHeld = static _ => false;
    private volatile Func<Reaction, int> _times = static _ => 1;
    private volatile Func<Reaction, bool> _fails = static _ => false;
    private int _failuresLeft;

    /// <summary>What has been carried out, in order.</summary>
    public ConcurrentQueue<Reaction> Done { get; } = new();

    /// <summary>Reactions for which this holds are never carried out until the next start.</summary>
    public void Hold(Func<Reaction, bool> which) => _isHeld = which;

    /// <summary>Carries matching reactions out so many times.</summary>
    public void Repeat(Func<Reaction, bool> which, int times) => _times = r => which(r) ? times : 1;

    /// <summary>The next so many tries of matching reactions fail.</summary>
    public void Fail(Func<Reaction, bool> which, int times)
    {
        _failuresLeft = times;
        _fails = which;
    }

    public void Reset()
    {
        _fails = static _ => false;
        _isHeld = static _ => false;
        _times = static _ => 1;
    }

    public IReactionHandler Around(IServiceProvider services) =>
        new Handler(this, new GrainReactionHandler(services.GetRequiredService<IGrainFactory>()));

    private sealed class Handler(FaultyReactions faults, GrainReactionHandler inner) : IReactionHandler
    {
        private readonly TaskCompletionSource _never = new();

        public async Task HandleAsync(string tenant, Reaction reaction, CommandMeta meta)
        {
            if (faults._isHeld(reaction))
            {
                await _never.Task;
            }

            if (faults._fails(reaction) && Interlocked.Decrement(ref faults._failuresLeft) >= 0)
            {
                throw new TimeoutException($"{reaction.GetType().Name} fails on purpose.");
            }

            for (var i = faults._times(reaction); i > 0; i--)
            {
                await inner.HandleAsync(tenant, reaction, meta);
            }

            faults.Done.Enqueue(reaction);
        }
    }
}
