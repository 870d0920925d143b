using System.Globalization;
using Grpc.Core;
using Grpc.Core.Interceptors;
using SupportGrid.Api.V1;
using SupportGrid.Gateway.Roles;
using SupportGrid.Silo;
using SupportGrid.Testing;

namespace SupportGrid.Gateway.Tests.Whole.Refusals;

/// <summary>
/// A contact centre of its own, and the ways into the states in which something is refused. Ann is the customer, Ana
/// and Ben are agents, the boss supervises. It stays open as long as the gateway.
/// </summary>
internal sealed class Stage : IDisposable
{
    private readonly LastCall _last;
    private readonly List<IDisposable> _open = [];

    private Stage(RefusalGateway gateway, Floor floor, LastCall last)
    {
        Gateway = gateway;
        _last = last;
        Floor = floor;
    }

    public RefusalGateway Gateway { get; }

    public Floor Floor { get; }

    public RefusalClock Clock => Gateway.Clock;

    public Metadata Ben => Floor.As(Role.Agent, "ben");

    public Metadata Channel => Floor.As(Role.Channel, "web");

    /// <summary>The method that was called last.</summary>
    public string Method => _last.Method;

    public static async Task<Stage> Open(RefusalGateway gateway)
    {
        var last = new LastCall();
        var yaml = Yaml(Elsewhen(gateway.Clock));
        var floor = await Floor.Open(gateway.Running, yaml, gateway.Running.Channel.Intercept(last));
        var stage = new Stage(gateway, floor, last);
        gateway.Keep(stage);
        return stage;
    }

    /// <summary>Everything that the tenant's log holds.</summary>
    public Task<IReadOnlyList<string>> Log() => Gateway.Running.QuietLog(Floor.Tenant);

    /// <summary>Waiting, and nobody is there to be asked; after so many transfers between two queues.</summary>
    public async Task<string> Queued(string queue = "general", int transfers = 0)
    {
        var opened = await Floor.Customers.OpenInteractionAsync(
            new OpenInteractionRequest { RequestId = Floor.Next(), Channel = Api.V1.Channel.Chat, Queue = queue },
            Floor.Ann);
        for (var n = 0; n < transfers; n++)
        {
            await Floor.Supervision.ReassignInteractionAsync(
                new ReassignInteractionRequest
                {
                    RequestId = Floor.Next(),
                    InteractionId = opened.InteractionId,
                    ToQueue = n % 2 == 0 ? "other" : "general",
                },
                Floor.Boss);
        }

        return opened.InteractionId;
    }

    /// <summary>Offered to Ana.</summary>
    public async Task<Offer> Offered(string queue = "general", int transfers = 0) =>
        await Ask(await Queued(queue, transfers));

    /// <summary>Ana comes and is offered what waits.</summary>
    public async Task<Offer> Ask(string id)
    {
        var desk = await SignIn(until: r => OfferOf(r, id) is not null, "the offer");
        return OfferOf(desk.ResponseStream.Current, id)!;
    }

    /// <summary>Ana talks with Ann.</summary>
    public async Task<string> Talking(string queue = "general", int transfers = 0) =>
        await Connect(await Offered(queue, transfers));

    /// <summary>Ana accepts what she is offered.</summary>
    public async Task<string> Connect(Offer offer)
    {
        await Floor.Desk.AcceptOfferAsync(
            new AcceptOfferRequest
            {
                RequestId = Floor.Next(), InteractionId = offer.InteractionId, OfferId = offer.OfferId,
            },
            Floor.Ana);
        return offer.InteractionId;
    }

    /// <summary>Ana wraps up.</summary>
    public async Task<string> Wrapping(string queue = "general")
    {
        var id = await Talking(queue);
        await Floor.Desk.EndContactAsync(
            new EndContactRequest { RequestId = Floor.Next(), InteractionId = id }, Floor.Ana);
        return id;
    }

    /// <summary>Ann left before anybody was asked.</summary>
    public async Task<string> Abandoned(string queue = "general")
    {
        var id = await Queued(queue);
        await Leave(id);
        return id;
    }

    public async Task Leave(string id) => await Floor.Customers.LeaveInteractionAsync(
        new LeaveInteractionRequest { RequestId = Floor.Next(), InteractionId = id }, Floor.Ann);

    /// <summary>Ann waits in as many interactions as one customer may, and what she had before has ended.</summary>
    public async Task OpenAsManyAsMayBe()
    {
        await Eventually.Holds(
            async () => (await Floor.Customers.ListOwnInteractionsAsync(new ListOwnInteractionsRequest(), Floor.Ann))
                .Interactions.All(static i => i.EndedAt is not null),
            "all that was open to have ended");
        for (var n = 0; n < new SiloOptions().CustomerOpenInteractionsMax; n++)
        {
            await Queued();
        }
    }

    /// <summary>Ann says so much, as fast as one actor takes it.</summary>
    public async Task Say(string id, int messages)
    {
        foreach (var part in Enumerable.Range(1, messages).Chunk(50))
        {
            await Task.WhenAll(part.Select(async n => await Floor.Customers.SendCustomerMessageAsync(
                new SendCustomerMessageRequest
                {
                    RequestId = Floor.Next(),
                    InteractionId = id,
                    Text = n.ToString(CultureInfo.InvariantCulture),
                },
                Floor.Ann)));
        }
    }

    /// <summary>Takes the queue "going" out of service, and waits until it knows.</summary>
    public async Task Retire()
    {
        await Floor.Admin.RemoveEntryAsync(
            new RemoveEntryRequest { RequestId = Floor.Next(), Kind = EntryKind.Queue, Key = "going" }, Floor.Root);
        await Log();
    }

    /// <summary>Gives the queue "going" hours that are not now, and waits until it knows.</summary>
    public async Task Close()
    {
        await Floor.Admin.PutEntryAsync(
            new PutEntryRequest
            {
                RequestId = Floor.Next(),
                Kind = EntryKind.Queue,
                Key = "going",
                Yaml = $"{{ display-name: Closed by now, hours: {Closed(Elsewhen(Clock))} }}",
            },
            Floor.Root);
        await Log();
    }

    public async Task Identify(string customer, string identity) => await Floor.Customers.IdentifyCustomerAsync(
        new IdentifyCustomerRequest { RequestId = Floor.Next(), CustomerId = customer, Identity = identity }, Channel);

    /// <summary>Ana's session, and one more desk of hers.</summary>
    public Task SignIn() => SignIn(r => r.Synced is not null, "the desk to be synced");

    /// <summary>Closes Ana's desks.</summary>
    public void Dispose() => _open.ForEach(o => o.Dispose());

    /// <summary>What is offered before the desk's snapshot is in the snapshot, with the session.</summary>
    private static Offer? OfferOf(WatchDeskResponse response, string interaction) =>
        response.Offer?.InteractionId == interaction
            ? response.Offer
            : response.Agent?.Offers.FirstOrDefault(o => o.InteractionId == interaction);

    private async Task<AsyncServerStreamingCall<WatchDeskResponse>> SignIn(
        Func<WatchDeskResponse, bool> until, string awaited)
    {
        var desk = await Floor.AnaSignsIn();
        _open.Add(desk);
        await desk.Next(until, awaited);
        return desk;
    }

    private static DayOfWeek Elsewhen(RefusalClock clock) => clock.GetUtcNow().AddDays(3).DayOfWeek;

    private static string Closed(DayOfWeek elsewhen) =>
        $"{{ closed: refuse, {elsewhen.ToString().ToLowerInvariant()}: [\"00:00-00:01\"] }}";

    /// <param name="elsewhen">A day that it is not.</param>
    private static string Yaml(DayOfWeek elsewhen) => $$"""
        queues:
          general: { display-name: General }
          other: { display-name: Other }
          lobby: { display-name: For guests }
          going: { display-name: To be taken out of service }
          brief: { display-name: Short offers, offer-timeout: 10s }
          forced: { display-name: Wrap-up with a code, wrap-up: { mode: forced, codes: [solved] } }
          final: { display-name: Never reopened, reopen-within: 0s }
          closed: { display-name: Closed today, hours: {{Closed(elsewhen)}} }
        agents:
          ana: { display-name: Ana }
          ben: { display-name: Ben }
          olga: { display-name: Olga, routing-group: overseas }
        chat: { queues: [lobby] }
        """;
}
