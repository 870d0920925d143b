using SupportGrid.Gateway.Interactions;
using Proto = SupportGrid.Api.V1.Interaction;
using State = SupportGrid.Domain.Interactions.Interaction;

namespace SupportGrid.Gateway.Live.Customers;

/// <summary>
/// What a customer may see of the own interaction: not who is merely asked, nor how the floor judges it.
/// </summary>
internal static class CustomerSight
{
    public static Proto Of(State.Existing state, long version, bool withTranscript)
    {
        var proto = state.ToProto(version, withTranscript);
        proto.OfferId = "";
        proto.Until = null;
        proto.Priority = 0;
        proto.WrapUpCode = "";
        if (state is not State.InTalk)
        {
            proto.AgentId = "";
        }

        return proto;
    }

    /// <summary>Whether a customer sees a difference between two states.</summary>
    public static bool Differs(State before, State after) =>
        before is not State.Existing earlier
        || after is not State.Existing later
        || !Of(earlier, 0, false).Equals(Of(later, 0, false));
}
