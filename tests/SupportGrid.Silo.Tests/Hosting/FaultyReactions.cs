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

    /// <summary>Reactions for which this holds are never carried out until the next start.</summary>
    public void Hold(Func<Reaction, bool> which) => _isHeld = which;

    /// <summary>Carries matching reactions out so many times.</summary>
    public void Repeat(Func<Reaction, bool> which, int times) => _times = r => which(r) ? times : 1;

    public void Reset()
    {
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

            for (var i = faults._times(reaction); i > 0; i--)
            {
                await inner.HandleAsync(tenant, reaction, meta);
            }
        }
    }
}
