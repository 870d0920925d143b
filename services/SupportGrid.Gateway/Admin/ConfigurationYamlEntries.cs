using SupportGrid.Domain.Configurations;
using SupportGrid.Gateway.Admin.Yaml;

namespace SupportGrid.Gateway.Admin;

/// <summary>Skills and presences.</summary>
internal static class ConfigurationYamlEntries
{
    public static Skill Skill(string key, YamlPlace place)
    {
        place.AsMapping().Only("display-name");
        return new Skill(key, place.Field("display-name").Text(key));
    }

    public static PresenceReason Presence(string key, YamlPlace place)
    {
        place.AsMapping().Only("display-name", "takes-work");
        return new PresenceReason(
            key, place.Field("display-name").Text(key), place.Field("takes-work").Flag(key == PresenceReason.Online));
    }
}
