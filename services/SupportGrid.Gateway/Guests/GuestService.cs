using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using SupportGrid.Domain.Configurations;
using SupportGrid.Gateway.Edge;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Guests;

/// <summary>For visitors without a token; the contract is in guest.proto.</summary>
/// <param name="tokens">Null where an OIDC authority is configured: only the local issuer can make tokens.</param>
public sealed class GuestService(
    GuestQueues queues, GuestLimits limits, ILogger<GuestService> logger, GuestTokens? tokens = null)
    : V1.GuestService.GuestServiceBase
{
    public override async Task<V1.StartGuestSessionResponse> StartGuestSession(
        V1.StartGuestSessionRequest request, ServerCallContext context)
    {
        // First, so that even asking for nonsense has its limit.
        limits.Take(context);
        request.Check();
        if (tokens is null)
        {
            throw EdgeErrors.Refused(EdgeRefusals.LocalIssuerOff);
        }

        var chat = await queues.Of(request.Tenant);
        if (!chat.Admits(request.Queue))
        {
            throw EdgeErrors.Refused(EdgeRefusals.GuestsNotAdmitted);
        }

        var session = await tokens.Start(request.Tenant, request.Token);
        logger.GuestCame(request.Tenant);
        return ToProto(session, chat);
    }

    private static V1.StartGuestSessionResponse ToProto(GuestSession session, ChatPolicy chat) => new()
    {
        Token = session.Token,
        ExpiresIn = Duration.FromTimeSpan(session.Lifetime),
        CustomerId = session.Customer,
        Renewed = session.IsRenewed,
        Title = chat.Title,
        Greeting = chat.Greeting,
    };
}
