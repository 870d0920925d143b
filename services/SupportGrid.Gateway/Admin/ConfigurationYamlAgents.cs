using System.Collections.Immutable;
using SupportGrid.Domain;
using SupportGrid.Domain.Agents;
using SupportGrid.Gateway.Admin.Yaml;
using Defaults = SupportGrid.Gateway.Admin.ConfigurationYamlDefaults;

namespace SupportGrid.Gateway.Admin;

/// <summary>Reads the profile of an agent.</summary>
internal static class ConfigurationYamlAgents
{
    public static AgentProfile Read(string key, YamlPlace place)
    {
        place.AsMapping().Only("display-name", "routing-group", "queues", "skills", "capacity");
        return new AgentProfile(
            0,
            key,
            place.Field("display-name").Text(key),
            place.Field("routing-group").Text(Defaults.RoutingGroup),
            [.. place.Field("queues").Items().Select(i => i.Text(""))],
            place.Field("skills").AsMapping().Fields().ToImmutableSortedDictionary(
                f => f.Key, f => f.Place.Number(0), StringComparer.Ordinal),
            Capacity(place.Field("capacity")));
    }

    /// <summary>
    /// A capacity that is written names all of its channels: a channel that is not named is not served.
    /// </summary>
    private static ChannelCapacity Capacity(YamlPlace place)
    {
        if (place.IsAbsent)
        {
            return Defaults.Capacity;
        }

        place.AsMapping().Only(["units", .. YamlWords.Of<Channel>()]);
        var channels =
            from channel in Enum.GetValues<Channel>()
            let field = place.Field(YamlWords.Of(channel))
            where !field.IsAbsent
            select KeyValuePair.Create(channel, Rule(field));
        return new ChannelCapacity(
            place.Field("units").Whole(Defaults.Capacity.Units), channels.ToImmutableSortedDictionary());
    }

    private static ChannelRule Rule(YamlPlace place)
    {
        place.AsMapping().Only("cost", "limit", "interruptible-by");
        return new ChannelRule(
            place.Field("cost").Whole(Defaults.Capacity.Units),
            place.Field("limit").Whole(1),
            [.. place.Field("interruptible-by").Items().Select(i => i.Word(Channel.Voice))]);
    }
}
