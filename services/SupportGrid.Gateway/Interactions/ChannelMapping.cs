using SupportGrid.Domain;
using SupportGrid.Domain.Interactions;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Interactions;

/// <summary>Channels and parties, both ways. The numbers of both sides are fixed for ever but need not agree.</summary>
public static class ChannelMapping
{
    public static V1.Channel ToProto(this Channel channel) => channel switch
    {
        Channel.Voice => V1.Channel.Voice,
        Channel.Chat => V1.Channel.Chat,
        Channel.Email => V1.Channel.Email,
        Channel.Sms => V1.Channel.Sms,
        Channel.Social => V1.Channel.Social,
        Channel.Callback => V1.Channel.Callback,
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "A channel that the API does not know."),
    };

    /// <summary>Null for unspecified and for numbers of a newer API: the request is invalid.</summary>
    public static Channel? ToDomain(this V1.Channel channel) => channel switch
    {
        V1.Channel.Voice => Channel.Voice,
        V1.Channel.Chat => Channel.Chat,
        V1.Channel.Email => Channel.Email,
        V1.Channel.Sms => Channel.Sms,
        V1.Channel.Social => Channel.Social,
        V1.Channel.Callback => Channel.Callback,
        _ => null,
    };

    public static V1.Party ToProto(this Party party) => party switch
    {
        Party.Customer => V1.Party.Customer,
        Party.Agent => V1.Party.Agent,
        Party.Supervisor => V1.Party.Supervisor,
        Party.System => V1.Party.System,
        _ => throw new ArgumentOutOfRangeException(nameof(party), party, "A party that the API does not know."),
    };
}
