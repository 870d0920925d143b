using SupportGrid.Domain.Interactions;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Desk;

/// <summary>Transfers on the wire, for the agent who gets the interaction.</summary>
public static class HandoverMapping
{
    public static V1.Handover ToProto(this InteractionTransferred transferred) => new()
    {
        FromAgent = transferred.FromAgent ?? "",
        FromQueue = transferred.FromQueue,
        ToQueue = transferred.ToQueue,
        ToAgent = transferred.ToAgent ?? "",
        Note = transferred.Note,
        By = transferred.By,
        At = transferred.At.ToProto(),
    };
}
