using SupportGrid.Api.V1;
using SupportGrid.Client;

namespace SupportGrid.Functional.Tests.Hosting;

/// <summary>A running server with a small contact centre in it, shared by the tests of a class.</summary>
public sealed class World : IAsyncLifetime
{
    private const string Small = """
        skills:
          latin: { display-name: Latin }
        presences:
          break: { display-name: Break, takes-work: false }
        queues:
          support:
            display-name: Support
            offer-timeout: 20s
            reopen-within: 1h
            wrap-up: { mode: forced, codes: [solved, follow-up] }
          quick:
            display-name: No wrap-up, short offers, no reopening
            offer-timeout: 1s
            reopen-within: 0s
            wrap-up: { mode: none }
          latin:
            display-name: Nobody has the skill
            skills: { latin: 3 }
          never:
            display-name: Never open
            hours: { time-zone: UTC, closed: refuse, monday: ["00:00-00:01"] }
        agents:
          ana: { display-name: Ana, capacity: { units: 3, chat: { cost: 1, limit: 3 }, email: { cost: 1, limit: 3 } } }
          ben: { display-name: Ben, capacity: { units: 3, chat: { cost: 1, limit: 3 } } }
        """;

    private static int _next;

    /// <summary>What the server is started with.</summary>
    public string[] Arguments { get; init; } = [];

    /// <summary>What is applied as its configuration.</summary>
    public string Yaml { get; init; } = Small;

    public ServerProcess Server { get; private set; } = null!;

    public SupportGridClient Admin { get; private set; } = null!;

    public SupportGridClient Supervisor { get; private set; } = null!;

    /// <summary>Speaks for any customer.</summary>
    public SupportGridClient Channel { get; private set; } = null!;

    /// <summary>An id that no other request has.</summary>
    public static string Id(string prefix = "r") => $"{prefix}-{Interlocked.Increment(ref _next)}";

    public async Task InitializeAsync()
    {
        Server = await ServerProcess.StartAsync(Arguments);
        Admin = Server.Client("root", "admin");
        Supervisor = Server.Client("sue", "supervisor");
        Channel = Server.Client("web", "channel");
        await Admin.CallAsync(
            Admin.Admin.ApplyConfigurationAsync, new ApplyConfigurationRequest { RequestId = Id(), Yaml = Yaml });
    }

    public async Task DisposeAsync()
    {
        Admin.Dispose();
        Supervisor.Dispose();
        Channel.Dispose();
        await Server.DisposeAsync();
    }

    public async Task<string> OpenAsync(
        string customer, string queue = "support", string first = "Hello", Channel channel = Api.V1.Channel.Chat)
    {
        var opened = await Channel.CallAsync(
            Channel.Customers.OpenInteractionAsync,
            new OpenInteractionRequest
            {
                RequestId = Id(), CustomerId = customer, CustomerName = customer, Channel = channel, Queue = queue,
                Subject = "A question", FirstMessage = first,
            });
        return opened.InteractionId;
    }

    public async Task<Interaction> ReadAsync(string interaction)
    {
        var read = await Supervisor.CallAsync(
            Supervisor.Supervision.GetInteractionAsync, new GetInteractionRequest { InteractionId = interaction });
        return read.Interaction;
    }

    public Task<SendCustomerMessageResponse> SayAsync(string interaction, string customer, string text) =>
        Channel.CallAsync(
            Channel.Customers.SendCustomerMessageAsync,
            new SendCustomerMessageRequest
            {
                RequestId = Id(), InteractionId = interaction, CustomerId = customer, Text = text,
            });

    public Task LeaveAsync(string interaction, string customer) => Channel.CallAsync(
        Channel.Customers.LeaveInteractionAsync,
        new LeaveInteractionRequest { RequestId = Id(), InteractionId = interaction, CustomerId = customer });
}
