using SupportGrid.Contracts.Events;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Agents;
using SupportGrid.EventStore;
using SupportGrid.Gateway.Agents;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Desk;

/// <summary>An agent's day, from the agent's stream.</summary>
public sealed class AgentDays(IGrainFactory grains, IEventReader store, IEventCodec codec, TimeProvider clock)
{
    /// <summary>Events of a day that are read; a whole shift of chats has some hundreds.</summary>
    private const int EventsMax = 10_000;

    private const int PageEvents = 500;
    private const int SpansMax = 500;

    public async Task<V1.GetOwnDayResponse> Read(
        string tenant, string agent, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var reading = await grains.GetGrain<IAgentGrain>(GrainKeys.Of(tenant, agent)).Read();
        var (events, isWhole) = await ReadBackAsync(tenant, agent, reading.Version, since, cancellationToken);
        var now = clock.GetUtcNow();
        var day = AgentDay.Of(events, since, now);
        var response = new V1.GetOwnDayResponse
        {
            Since = since.ToProto(),
            AsOf = now.ToProto(),
            Offered = day.Offered,
            Accepted = day.Accepted,
            Rejected = day.Rejected,
            Missed = day.Missed,
            Handled = day.Handled,
            Transferred = day.Transferred,
            SignedIn = day.SignedIn.ToProto(),
            Busy = day.Busy.ToProto(),
            Ready = day.Ready.ToProto(),
            Away = day.Away.ToProto(),
            AverageHandleTime = day.Handled > 0 ? (day.HandleTime / day.Handled).ToProto() : null,
            OccupancyDefinition = AgentDay.OccupancyDefinition,
            IsWhole = isWhole && day.Spans.Length <= SpansMax,
        };
        if (day.Occupancy is { } occupancy)
        {
            response.Occupancy = occupancy;
        }

        response.Spans.AddRange(day.Spans.TakeLast(SpansMax).Select(ToProto));
        return response;
    }

    private static V1.DaySpan ToProto(AgentSpan span) => new()
    {
        From = span.From.ToProto(),
        Until = span.Until.ToProto(),
        RoutingStatus = span.Status.ToProto(),
        Presence = span.Presence,
    };

    /// <summary>
    /// Page by page from the end, so that a day costs what happened in it, until the page with the last signing in or
    /// out before it: nothing that was earlier says anything of the day.
    /// </summary>
    private async Task<(List<AgentEvent> Events, bool IsWhole)> ReadBackAsync(
        string tenant, string agent, long version, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var events = new List<AgentEvent>();
        for (var end = version; end > 0; end -= PageEvents)
        {
            if (events.Count >= EventsMax)
            {
                return (events, false);
            }

            var start = Math.Max(0, end - PageEvents);
            var page = await store.ReadStreamAsync(
                tenant, Streams.Agent(agent), start, (int)(end - start), cancellationToken);
            events.InsertRange(0, page.Select(Decode));
            if (events.Exists(e => e.At < since && e is AgentSignedIn or AgentSignedOut))
            {
                break;
            }
        }

        return (events, true);
    }

    private AgentEvent Decode(RecordedEvent recorded) =>
        (AgentEvent)(recorded.Body ?? codec.Decode(recorded.Type, recorded.SchemaVersion, recorded.Data));
}
