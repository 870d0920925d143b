using SupportGrid.Contracts.Grains;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway;

/// <summary>Answers of commands on the wire.</summary>
public static class ReceiptMapping
{
    public static V1.Receipt ToProto(this CommandReply reply) => new()
    {
        Version = reply.Version,
        Position = reply.Position,
        Repeated = reply.Repeated,
    };
}
