using System.Collections.Immutable;
using SupportGrid.Domain;
using SupportGrid.Domain.Agents;

namespace SupportGrid.Gateway.Admin;

/// <summary>What an entry has where its text says nothing.</summary>
public static class ConfigurationYamlDefaults
{
    public const string RoutingGroup = "default";

    /// <summary>Points gained per minute of waiting.</summary>
    public const double AgeingPerMinute = 1;

    public static readonly TimeSpan OfferTimeout = TimeSpan.FromSeconds(20);

    public static readonly TimeSpan PreferLastAgentFor = TimeSpan.Zero;

    public static readonly TimeSpan PreferLastAgentWithin = TimeSpan.FromDays(30);

    public static readonly TimeSpan ShortAbandonAfter = TimeSpan.FromSeconds(5);

    public static readonly TimeSpan ReopenWithin = TimeSpan.FromDays(1);

    /// <summary>One call, or three written conversations at once; a call may come on top of mails.</summary>
    public static ChannelCapacity Capacity { get; } = new(100, new Dictionary<Channel, ChannelRule>
    {
        [Channel.Voice] = new(100, 1, []),
        [Channel.Chat] = new(33, 3, []),
        [Channel.Email] = new(33, 3, [Channel.Voice, Channel.Chat]),
        [Channel.Sms] = new(33, 3, []),
        [Channel.Social] = new(33, 3, []),
        [Channel.Callback] = new(100, 1, []),
    }.ToImmutableSortedDictionary());
}
