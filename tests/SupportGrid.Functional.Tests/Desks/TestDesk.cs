using System.Collections.Concurrent;
using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Client;
using SupportGrid.Functional.Tests.Hosting;

namespace SupportGrid.Functional.Tests.Desks;

/// <summary>An agent at a desk: signed in, the stream open, everything that it showed kept.</summary>
public sealed class TestDesk : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<WatchDeskResponse> _seen = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _news = new(0);
    private Task _watching = Task.CompletedTask;

    private TestDesk(SupportGridClient client) => Client = client;

    public SupportGridClient Client { get; }

    public IReadOnlyCollection<WatchDeskResponse> Seen => _seen;

    public static async Task<TestDesk> SignInAsync(World world, string agent)
    {
        var desk = new TestDesk(world.Server.Client(agent, "agent"));
        await desk.Client.CallAsync(desk.Client.Desk.SignInAsync, new SignInRequest { RequestId = World.Id() });
        desk._watching = desk.WatchAsync();
        await desk.UntilAsync(r => r.Synced is not null, "the desk's snapshot");
        return desk;
    }

    /// <summary>Waits until the stream has shown something.</summary>
    public async Task<WatchDeskResponse> UntilAsync(Func<WatchDeskResponse, bool> wanted, string what)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            if (_seen.FirstOrDefault(wanted) is { } found)
            {
                return found;
            }

            try
            {
                await _news.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException(
                    $"Waited for {what}; the desk showed {string.Join(", ", _seen.Select(r => r.KindCase))}.");
            }
        }
    }

    public async Task<Offer> OfferOfAsync(string interaction) =>
        (await UntilAsync(r => r.Offer?.InteractionId == interaction, $"an offer of {interaction}")).Offer;

    public Task<AcceptOfferResponse> AcceptAsync(Offer offer) => Client.CallAsync(
        Client.Desk.AcceptOfferAsync,
        new AcceptOfferRequest { RequestId = World.Id(), InteractionId = offer.InteractionId, OfferId = offer.OfferId });

    /// <summary>Waits for the offer, accepts it, and waits until the interaction is there.</summary>
    public async Task<Offer> TakeAsync(string interaction)
    {
        var offer = await OfferOfAsync(interaction);
        await AcceptAsync(offer);
        await UntilAsync(r => r.Interaction?.InteractionId == interaction, $"{interaction} on the desk");
        return offer;
    }

    public Task<SendAgentMessageResponse> SayAsync(string interaction, string text) => Client.CallAsync(
        Client.Desk.SendAgentMessageAsync,
        new SendAgentMessageRequest { RequestId = World.Id(), InteractionId = interaction, Text = text });

    public Task<EndContactResponse> EndAsync(string interaction) => Client.CallAsync(
        Client.Desk.EndContactAsync, new EndContactRequest { RequestId = World.Id(), InteractionId = interaction });

    public Task<CompleteWrapUpResponse> WrapUpAsync(string interaction, string code, string note = "") =>
        Client.CallAsync(
            Client.Desk.CompleteWrapUpAsync,
            new CompleteWrapUpRequest { RequestId = World.Id(), InteractionId = interaction, Code = code, Note = note });

    public Task<TransferInteractionResponse> TransferAsync(string interaction, string queue, string agent = "") =>
        Client.CallAsync(
            Client.Desk.TransferInteractionAsync,
            new TransferInteractionRequest
            {
                RequestId = World.Id(), InteractionId = interaction, ToQueue = queue, ToAgent = agent, Note = "see transcript",
            });

    public async ValueTask DisposeAsync()
    {
        await Client.CallAsync(Client.Desk.SignOutAsync, new SignOutRequest { RequestId = World.Id(), Force = true });
        await _stop.CancelAsync();
        await _watching;
        Client.Dispose();
        _stop.Dispose();
        _news.Dispose();
    }

    private async Task WatchAsync()
    {
        try
        {
            await foreach (var watched in Client.WatchDeskAsync("", _stop.Token))
            {
                if (watched.Response is { } response)
                {
                    _seen.Enqueue(response);
                    _news.Release();
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException || e is RpcException r && RpcErrors.ReasonOf(r) == "SIGNED_OUT")
        {
            // The desk is closed.
        }
    }
}
