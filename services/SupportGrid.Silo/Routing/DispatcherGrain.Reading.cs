using System.Collections.Immutable;
using SupportGrid.Contracts.Grains;

namespace SupportGrid.Silo.Routing;

/// <content>What others may know of the line.</content>
public sealed partial class DispatcherGrain
{
    public Task<ImmutableArray<LinePlace>> GetPlaces(ImmutableArray<string> interactions)
    {
        var places = ImmutableArray.CreateBuilder<LinePlace>(interactions.Length);
        foreach (var interaction in interactions)
        {
            if (_matcher.Place(interaction) is { } place)
            {
                places.Add(new LinePlace(interaction, "", place, null, null, "none"));
            }
        }

        return Task.FromResult(places.ToImmutable());
    }

    public Task<QueueLine> GetLine(string queue, int limit)
    {
        var places = _matcher.WaitingIn(queue)
            .Take(limit)
            .Select((item, index) => new LinePlace(item.Interaction, queue, index + 1, null, null, "none"))
            .ToImmutableArray();
        return Task.FromResult(new QueueLine(queue, _matcher.LineOf(queue).Waiting, places, null, null, "none"));
    }

    public Task<ImmutableArray<string>> ExplainNow(string interaction, string agent) =>
        Task.FromResult(ImmutableArray.Create(_matcher.Explain(interaction, agent, Now).Sentence));
}
