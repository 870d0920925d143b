using SupportGrid.Contracts.Grains;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Live.Polls;

/// <summary>Places in a line on the wire.</summary>
public static class PlaceMapping
{
    public static V1.PlaceInLine ToProto(this LinePlace place) => new()
    {
        InteractionId = place.Interaction,
        Place = place.Place,
        WaitP50 = place.WaitP50.ToProto(),
        WaitP90 = place.WaitP90.ToProto(),
        Estimator = place.Estimator,
    };

    /// <summary>An agent is being asked, or the interaction does not wait any more.</summary>
    public static V1.PlaceInLine None(string interaction) => new() { InteractionId = interaction };
}
