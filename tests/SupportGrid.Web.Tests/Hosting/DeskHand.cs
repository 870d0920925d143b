using SupportGrid.Api.V1;
using SupportGrid.Client;

namespace SupportGrid.Web.Tests.Hosting;

/// <summary>An agent without a browser: accepts whatever is offered and does what a test says.</summary>
internal sealed class DeskHand : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly SupportGridClient _client;
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource<string> _accepted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _customerWrites = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _work;

    private DeskHand(SupportGridClient client)
    {
        _client = client;
        _work = WorkAsync();
    }

    /// <summary>The customer was seen writing.</summary>
    public Task CustomerWrites => _customerWrites.Task.WaitAsync(Patience);

    public static async Task<DeskHand> SignInAsync(ServerProcess server, string agent)
    {
        var client = server.Client(agent, "agent");
        await client.CallAsync(client.Desk.SignInAsync, new SignInRequest { RequestId = Centre.Id() });
        return new DeskHand(client);
    }

    /// <summary>The first interaction that was accepted.</summary>
    public Task<string> AcceptedAsync() => _accepted.Task.WaitAsync(Patience);

    public Task SayAsync(string interaction, string text) => _client.CallAsync(
        _client.Desk.SendAgentMessageAsync,
        new SendAgentMessageRequest { RequestId = Centre.Id(), InteractionId = interaction, Text = text });

    public Task TypeAsync(string interaction) => _client.CallAsync(
        _client.Desk.SetAgentTypingAsync, new SetAgentTypingRequest { InteractionId = interaction, Typing = true });

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        try
        {
            await _work;
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
        }

        _client.Dispose();
        _stop.Dispose();
    }

    private async Task WorkAsync()
    {
        await foreach (var watched in _client.WatchDeskAsync("", _stop.Token))
        {
            if (watched.Response?.Typing is not null)
            {
                _customerWrites.TrySetResult();
            }

            if (watched.Response?.Offer is { } offer)
            {
                await _client.CallAsync(
                    _client.Desk.AcceptOfferAsync,
                    new AcceptOfferRequest
                    {
                        RequestId = "accept:" + offer.OfferId,
                        InteractionId = offer.InteractionId,
                        OfferId = offer.OfferId,
                    },
                    _stop.Token);
                _accepted.TrySetResult(offer.InteractionId);
            }
        }
    }
}
