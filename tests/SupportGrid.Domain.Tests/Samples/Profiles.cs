using System.Collections.Immutable;
using SupportGrid.Domain.Agents;

namespace SupportGrid.Domain.Tests.Samples;

/// <summary>
/// Agents of the scenarios: one call, or two chats, or ten e-mails; a call may come on top of e-mails.
/// </summary>
internal static class Profiles
{
    public static AgentProfile Ana { get; } = Of("ana");

    public static AgentProfile Of(string agent) => new(
        Version: 1,
        agent,
        DisplayName: agent,
        RoutingGroup: "europe",
        Queues: [],
        Skills: ImmutableSortedDictionary<string, double>.Empty.Add("billing", 3).Add("orders", 3),
        new ChannelCapacity(100, ImmutableSortedDictionary<Channel, ChannelRule>.Empty
            .Add(Channel.Voice, new ChannelRule(100, 1, []))
            .Add(Channel.Chat, new ChannelRule(50, 2, []))
            .Add(Channel.Email, new ChannelRule(10, 10, [Channel.Voice]))));
}
