using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Gateway.Admin;
using SupportGrid.Gateway.Roles;
using AdminService = SupportGrid.Api.V1.AdminService;

namespace SupportGrid.Gateway.Tests.Whole;

/// <summary>A tenant of its own on a running gateway, with the clients of its people.</summary>
internal sealed class Floor
{
    private static int _floors;

    private readonly RunningGateway _gateway;
    private int _requests;

    private Floor(RunningGateway gateway, string tenant, CallInvoker channel)
    {
        _gateway = gateway;
        Tenant = tenant;
        Customers = new CustomerService.CustomerServiceClient(channel);
        Desk = new DeskService.DeskServiceClient(channel);
        Supervision = new SupervisionService.SupervisionServiceClient(channel);
        Empathy = new EmpathyService.EmpathyServiceClient(channel);
        Admin = new AdminService.AdminServiceClient(channel);
        Guests = new GuestService.GuestServiceClient(channel);
    }

    public string Tenant { get; }

    public CustomerService.CustomerServiceClient Customers { get; }

    public DeskService.DeskServiceClient Desk { get; }

    public SupervisionService.SupervisionServiceClient Supervision { get; }

    public EmpathyService.EmpathyServiceClient Empathy { get; }

    public AdminService.AdminServiceClient Admin { get; }

    public GuestService.GuestServiceClient Guests { get; }

    public Metadata Ann => As(Role.Customer, "ann");

    public Metadata Ana => As(Role.Agent, "ana");

    public Metadata Boss => As(Role.Supervisor, "boss");

    public Metadata Root => As(Role.Admin, "root");

    /// <summary>With the sample configuration in force, or another of the agents Ana and Ben.</summary>
    /// <param name="channel">By default the gateway's.</param>
    public static async Task<Floor> Open(RunningGateway gateway, string? yaml = null, CallInvoker? channel = null)
    {
        var tenant = $"floor-{Interlocked.Increment(ref _floors)}";
        var floor = new Floor(gateway, tenant, channel ?? gateway.Channel);
        await floor.Admin.ApplyConfigurationAsync(
            new ApplyConfigurationRequest { RequestId = floor.Next(), Yaml = yaml ?? ConfigurationSample.Yaml },
            floor.Root);
        await floor.UntilAgentsKnow();
        return floor;
    }

    /// <summary>
    /// A configuration reaches its queues, then its agents, after it was acknowledged, in the log's order: once the
    /// last agent has its profile, everybody has theirs.
    /// </summary>
    private async Task UntilAgentsKnow()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while ((await Supervision.ListAgentsAsync(new ListAgentsRequest(), Boss)).Agents.Count < 2)
        {
            Assert.False(patience.IsCancellationRequested, "Waited 60 s in vain for both profiles to arrive.");
            await Task.Yield();
        }
    }

    public Metadata As(Role roles, string subject) => _gateway.As(roles, subject, Tenant);

    /// <summary>A visitor without a token who comes to a queue of guests.</summary>
    public async Task<Metadata> AsGuest(string queue)
    {
        var session = await Guests.StartGuestSessionAsync(
            new StartGuestSessionRequest { Tenant = Tenant, Queue = queue });
        return new Metadata { { "authorization", $"Bearer {session.Token}" } };
    }

    /// <summary>A request id that was not used yet.</summary>
    public string Next() => $"r-{Interlocked.Increment(ref _requests)}";

    /// <summary>Ann opens an interaction in a queue that asks for nothing.</summary>
    public async Task<string> AnnOpens(string message = "Hello")
    {
        var opened = await Customers.OpenInteractionAsync(
            new OpenInteractionRequest
            {
                RequestId = Next(),
                CustomerName = "Ann",
                Channel = Channel.Chat,
                Queue = "general",
                FirstMessage = message,
            },
            Ann);
        return opened.InteractionId;
    }

    /// <summary>Ana signs in and watches her desk.</summary>
    public async Task<AsyncServerStreamingCall<WatchDeskResponse>> AnaSignsIn()
    {
        await Desk.SignInAsync(new SignInRequest { RequestId = Next() }, Ana);
        return Desk.WatchDesk(new WatchDeskRequest(), Ana);
    }
}
