using System.Collections.Immutable;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Configurations;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Tests.Samples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Configurations;

/// <summary>A small tenant: two skills, a break, the queues billing and orders, the agent ana.</summary>
internal static class ConfigurationSamples
{
    public static Configuration Wanted { get; } = Configuration.Empty
        .With(new Skill("billing", "Billing"), new Skill("orders", "Orders"))
        .With(new PresenceReason("break", "Break", false))
        .With(Policies.Billing, Policies.Orders)
        .With(Profiles.Ana);

    public static ConfigurationScenario InForce => ConfigurationScenario.After(Apply(Wanted));

    public static ApplyConfiguration Apply(Configuration wanted, int? expected = null) =>
        new(wanted, expected, "root", T(0));

    public static Configuration With(this Configuration configuration, params Skill[] skills) =>
        configuration with
        {
            Skills = configuration.Skills.SetItems(skills.Select(s => KeyValuePair.Create(s.Key, s))),
        };

    public static Configuration With(this Configuration configuration, PresenceReason presence) =>
        configuration with { Presences = configuration.Presences.SetItem(presence.Key, presence) };

    public static Configuration With(this Configuration configuration, params QueuePolicy[] queues) =>
        configuration with
        {
            Queues = configuration.Queues.SetItems(queues.Select(q => KeyValuePair.Create(q.Queue, q))),
        };

    public static Configuration With(this Configuration configuration, AgentProfile profile) =>
        configuration with { Agents = configuration.Agents.SetItem(profile.Agent, profile) };

    /// <summary>The same content in other objects, as it comes from the wire.</summary>
    public static Configuration Copy(Configuration c) => c with
    {
        Queues = c.Queues.ToImmutableSortedDictionary(
            q => q.Key,
            q => q.Value with
            {
                Skills = [.. q.Value.Skills],
                WrapUp = q.Value.WrapUp with { Codes = [.. q.Value.WrapUp.Codes] },
            }),
        Agents = c.Agents.ToImmutableSortedDictionary(
            a => a.Key,
            a => a.Value with
            {
                Queues = [.. a.Value.Queues.Reverse()],
                Capacity = a.Value.Capacity with
                {
                    Channels = a.Value.Capacity.Channels.ToImmutableSortedDictionary(
                        r => r.Key, r => r.Value with { InterruptibleBy = [.. r.Value.InterruptibleBy] }),
                },
            }),
    };
}
