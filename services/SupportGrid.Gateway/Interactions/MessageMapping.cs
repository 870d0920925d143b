using SupportGrid.Domain.Interactions;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Interactions;

/// <summary>Utterances on the wire, from a transcript or from the event of one.</summary>
public static class MessageMapping
{
    public static V1.Message ToProto(this Message message) => new()
    {
        Sequence = message.Sequence,
        MessageId = message.MessageId,
        From = message.From.ToProto(),
        Author = message.Author,
        Text = message.Text,
        Channel = message.Channel.ToProto(),
        At = message.At.ToProto(),
    };

    public static V1.Message ToProto(this MessageSaid said) => new()
    {
        Sequence = said.Sequence,
        MessageId = said.MessageId,
        From = said.From.ToProto(),
        Author = said.Author,
        Text = said.Text,
        Channel = said.Channel.ToProto(),
        At = said.At.ToProto(),
    };
}
