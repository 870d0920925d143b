using SupportGrid.Domain.Configurations;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Admin;

/// <summary>Differences of configurations on the wire.</summary>
public static class ConfigurationMapping
{
    public static V1.Change ToProto(this ConfigurationChange change)
    {
        var proto = new V1.Change { Path = change.Path };
        if (change.Before is { } before)
        {
            proto.Before = before;
        }

        if (change.After is { } after)
        {
            proto.After = after;
        }

        return proto;
    }
}
