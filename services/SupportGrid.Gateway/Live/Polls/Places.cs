using System.Collections.Immutable;
using SupportGrid.Contracts.Grains;
using SupportGrid.Gateway.Live.Log;

namespace SupportGrid.Gateway.Live.Polls;

/// <summary>
/// Places in the line of interactions that somebody watches: one question per routing group for all of them.
/// </summary>
internal sealed class Places(LiveServices services)
{
    private readonly SharedPolls<(string Tenant, string Group), ImmutableDictionary<string, LinePlace>> _polls = new(
        async (key, interactions) =>
        {
            var dispatcher = services.Grains.GetGrain<IDispatcherGrain>(GrainKeys.Of(key.Tenant, key.Group));
            var places = await dispatcher.GetPlaces([.. interactions]);
            return places.ToImmutableDictionary(static p => p.Interaction, StringComparer.Ordinal);
        },
        TimeSpan.FromMilliseconds(services.Options.PlaceRefreshMs),
        services.Clock,
        services.Log);

    /// <summary>Routing groups that are asked at the moment.</summary>
    public int GroupsAsked => _polls.Count;

    public PollMember<ImmutableDictionary<string, LinePlace>> Join(
        string tenant, string group, string interaction, WakeSignal wake) =>
        _polls.Join((tenant, group), interaction, wake);
}
