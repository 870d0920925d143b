using SupportGrid.Api.V1;
using SupportGrid.Client;

namespace SupportGrid.Functional.Tests.Clients;

/// <summary>
/// The agent that the document about clients shows, line by line: what stands between the marks is compared with the
/// document and run against the real server.
/// </summary>
internal static class DocumentedAgent
{
    public static async Task RunAsync(Uri address, string token, CancellationToken stop)
    {
        // begin
        using var client = new SupportGridClient(new SupportGridClientOptions
        {
            Address = address,
            Token = _ => ValueTask.FromResult(token),
        });

        await client.CallAsync(client.Desk.SignInAsync, new SignInRequest { RequestId = Guid.NewGuid().ToString() }, stop);
        await foreach (var watched in client.WatchDeskAsync("", stop))
        {
            if (watched.Restarted)
            {
                // Forget what was folded so far: a snapshot follows.
            }
            else if (watched.Response?.Offer is { } offer)
            {
                // The snapshot has the offers that were pending already: after a restart they are taken, too.
                // The same id whenever this offer is shown again: whoever resumes accepts it once.
                var accept = new AcceptOfferRequest
                {
                    RequestId = "accept:" + offer.OfferId, InteractionId = offer.InteractionId, OfferId = offer.OfferId,
                };
                await client.CallAsync(client.Desk.AcceptOfferAsync, accept, stop);
            }
        }

        // end
    }
}
