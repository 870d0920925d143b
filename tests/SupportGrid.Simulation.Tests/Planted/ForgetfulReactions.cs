using SupportGrid.Contracts.Grains;
using SupportGrid.Domain;
using SupportGrid.EventSourcing;
using SupportGrid.Simulation.Tests.World;

namespace SupportGrid.Simulation.Tests.Planted;

/// <summary>Says of every third word to a dispatcher that it was carried out, and forgets it.</summary>
internal sealed class ForgetfulReactions : Plant
{
    public override IReactionHandler Around(IReactionHandler handler) => new Forgetful(handler);

    private sealed class Forgetful(IReactionHandler inner) : IReactionHandler
    {
        private int _words;

        public Task HandleAsync(string tenant, Reaction reaction, CommandMeta meta) =>
            reaction is TellItemWaiting && ++_words % 3 == 0
                ? Task.CompletedTask
                : inner.HandleAsync(tenant, reaction, meta);
    }
}
