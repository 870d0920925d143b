using SupportGrid.Api.V1;
using SupportGrid.Client;

namespace SupportGrid.Web.Tests.Hosting;

/// <summary>An agent at a desk without a browser: present, and accepting offers if told so.</summary>
internal sealed class DeskWorker : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly SupportGridClient _client;
    private readonly bool _accepts;
    private Task _work = Task.CompletedTask;

    private DeskWorker(SupportGridClient client, bool accepts)
    {
        _client = client;
        _accepts = accepts;
    }

    public static async Task<DeskWorker> StartAsync(Centre centre, string agent, bool accepts = true)
    {
        var worker = new DeskWorker(centre.Server.Client(agent, "agent"), accepts);
        await worker._client.CallAsync(
            worker._client.Desk.SignInAsync, new SignInRequest { RequestId = Centre.Id("in") });
        worker._work = worker.WorkAsync();
        return worker;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work;
        _client.Dispose();
        _stop.Dispose();
    }

    private async Task WorkAsync()
    {
        try
        {
            await foreach (var watched in _client.WatchDeskAsync("", _stop.Token))
            {
                if (_accepts && watched.Response?.Offer is { } offer)
                {
                    await _client.CallAsync(_client.Desk.AcceptOfferAsync, new AcceptOfferRequest
                    {
                        RequestId = "accept:" + offer.OfferId,
                        InteractionId = offer.InteractionId,
                        OfferId = offer.OfferId,
                    });
                }
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The end of the working day.
        }
        catch (Grpc.Core.RpcException) when (_stop.IsCancellationRequested)
        {
            // The same, seen by a call that was under way.
        }
        catch (Grpc.Core.RpcException e) when (RpcErrors.ReasonOf(e) == "SIGNED_OUT")
        {
            // A supervisor ended it.
        }
    }
}
