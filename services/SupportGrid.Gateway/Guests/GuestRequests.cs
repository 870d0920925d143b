using SupportGrid.Gateway.Edge;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Guests;

/// <summary>What requests of guests must fulfil.</summary>
internal static class GuestRequests
{
    public static void Check(this V1.StartGuestSessionRequest request)
    {
        var check = new RequestValidation();
        check.Id("tenant", request.Tenant)
            .Id("queue", request.Queue)
            .Key("token", request.Token, 0, RequestLimits.TokenLengthMax)
            .Throw();
    }
}
