using SupportGrid.Contracts.Events;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Configurations;
using SupportGrid.EventStore;

namespace SupportGrid.Gateway.Admin;

/// <summary>What earlier requests made of a tenant's configuration, from its stream.</summary>
public sealed class ConfigurationHistory(IEventStore store, IEventCodec codec)
{
    /// <summary>Events read at once.</summary>
    private const int PageEvents = 500;

    /// <summary>The configuration before and after a request; the same twice if it changed nothing.</summary>
    /// <param name="requestId">As the events carry it.</param>
    /// <param name="version">Of the stream, when the request was answered.</param>
    public async Task<(Configuration Before, Configuration After)> Around(
        string tenant, string requestId, long version, CancellationToken cancellationToken = default)
    {
        Configuration? before = null;
        var state = ConfigurationDecider.Initial;
        for (var read = 0L; read < version;)
        {
            var limit = (int)Math.Min(PageEvents, version - read);
            var page = await store.ReadStreamAsync(tenant, Streams.Configuration, read, limit, cancellationToken);
            if (page.Count == 0)
            {
                throw new InvalidOperationException($"The configuration's stream ends at {read}, before {version}.");
            }

            foreach (var recorded in page)
            {
                before ??= recorded.RequestId == requestId ? state : null;
                var body = recorded.Body ?? codec.Decode(recorded.Type, recorded.SchemaVersion, recorded.Data);
                state = ConfigurationDecider.Evolve(state, (ConfigurationEvent)body);
                read = recorded.Version;
            }
        }

        return (before ?? state, state);
    }
}
