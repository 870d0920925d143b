using System.Collections.Immutable;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain;
using SupportGrid.Domain.Queues;

namespace SupportGrid.Silo.Routing;

/// <content>What others may know of the line.</content>
public sealed partial class DispatcherGrain
{
    public Task<ImmutableArray<LinePlace>> GetPlaces(ImmutableArray<string> interactions)
    {
        var places = ImmutableArray.CreateBuilder<LinePlace>(interactions.Length);
        foreach (var interaction in interactions)
        {
            if (_matcher.Place(interaction) is { } place && _matcher.Waiting(interaction) is { } item)
            {
                places.Add(PlaceOf(interaction, item.Queue, item.Channel, place));
            }
        }

        return Task.FromResult(places.ToImmutable());
    }

    public Task<QueueLine> GetLine(string queue, int limit)
    {
        var first = _matcher.WaitingIn(queue).Take(Math.Max(0, limit)).ToArray();
        var places = first
            .Select((item, index) => PlaceOf(item.Interaction, queue, item.Channel, index + 1))
            .ToImmutableArray();
        var waiting = _matcher.LineOf(queue).Waiting;
        var joining = WaitEstimator.Estimate(waiting + 1, _history.SlotsOf(queue), _history.Of(queue));
        var line = new QueueLine(queue, waiting, places, joining.P50, joining.P90, joining.Estimator);
        return Task.FromResult(line with { IsWhole = _isRebuilt });
    }

    public Task<ImmutableArray<string>> ExplainNow(string interaction, string agent) =>
        Task.FromResult(ImmutableArray.Create(_matcher.Explain(interaction, agent, Now).Sentence));

    private LinePlace PlaceOf(string interaction, string queue, Channel channel, int place)
    {
        var estimate = Estimate(queue, channel, place);
        return new LinePlace(interaction, queue, place, estimate.P50, estimate.P90, estimate.Estimator);
    }

    private WaitEstimate Estimate(string queue, Channel channel, int place) =>
        WaitEstimator.Estimate(place, _history.SlotsOf(queue, channel), _history.Of(queue));
}
