using SupportGrid.Domain.Empathy;
using SupportGrid.Gateway.Empathy;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Agents;

/// <summary>An agent's load of hard conversations on the wire: for that agent alone.</summary>
public static class EmotionalLoadMapping
{
    private const double MsPerMinute = 60_000;

    public static V1.EmotionalLoad ToProto(this EmotionalLoad load, DateTimeOffset now)
    {
        var proto = new V1.EmotionalLoad
        {
            OptedOut = load.OptedOut, Minutes = load.MsAt(now) / MsPerMinute, AsOf = now.ToProto(),
        };
        proto.Spells.AddRange(load.Spells.Select(spell => ToProto(spell, now)));
        return proto;
    }

    private static V1.HardSpell ToProto(HardSpell spell, DateTimeOffset now) => new()
    {
        InteractionId = spell.Interaction,
        Queue = spell.Queue,
        Trajectory = spell.Trajectory.ToProto(),
        From = spell.From.ToProto(),
        Until = spell.Until.ToProto(),
        HalfLife = spell.HalfLife.ToProto(),
        Minutes = EmotionalLoad.MsOf(spell, now) / MsPerMinute,
    };
}
