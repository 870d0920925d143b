using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Client;

namespace SupportGrid.Web.Tests.Hosting;

/// <summary>A running server with a small contact centre in it.</summary>
public sealed class Centre : IAsyncLifetime
{
    private const string Yaml = """
        skills:
          refunds: { display-name: Refunds }
        presences:
          break: { display-name: Break, takes-work: false }
          lunch: { display-name: Lunch, takes-work: false }
          training: { display-name: Training, takes-work: false }
        queues:
          support:
            display-name: Support
            offer-timeout: 60s
            wrap-up: { mode: forced, codes: [solved, call-again, refund] }
            empathy: { turns-per-cue: 1, cooldown-turns: 1, expiry-turns: 8 }
          billing:
            display-name: Billing
            offer-timeout: 60s
            wrap-up: { mode: timed, limit: 2m, codes: [solved, refund, dispute] }
          quick:
            display-name: Short offers
            offer-timeout: 3s
            wrap-up: { mode: none }
          lobby:
            display-name: Lobby
            offer-timeout: 60s
            wrap-up: { mode: optional, codes: [solved] }
        agents:
          ana:
            display-name: Ana Ruiz
            capacity: { units: 100, chat: { cost: 25, limit: 4 }, email: { cost: 20, limit: 5 }, voice: { cost: 100, limit: 1 } }
          ben:
            display-name: Ben Okafor
            queues: [billing]
            capacity: { units: 100, chat: { cost: 25, limit: 4 } }
          gil:
            display-name: Gil Novak
            queues: [lobby]
            capacity: { units: 100, chat: { cost: 10, limit: 10 } }
        chat: { queues: [lobby] }
        """;

    private static int _next;

    private readonly List<(string Interaction, string Customer)> _opened = [];

    public ServerProcess Server { get; private set; } = null!;

    public SupportGridClient Channel { get; private set; } = null!;

    public SupportGridClient Supervisor { get; private set; } = null!;

    public Uri Pages => Server.HttpAddress;

    /// <summary>An id that no other request has.</summary>
    public static string Id(string prefix = "r") => $"{prefix}-{Interlocked.Increment(ref _next)}";

    public async Task InitializeAsync()
    {
        if (Machine.WhyNoBrowser is not null)
        {
            return;
        }

        Server = await ServerProcess.StartAsync();
        Supervisor = Server.Client("sue", "supervisor");
        Channel = Server.Client("web", "channel");
        using var admin = Server.Client("root", "admin");
        await admin.CallAsync(
            admin.Admin.ApplyConfigurationAsync, new ApplyConfigurationRequest { RequestId = Id(), Yaml = Yaml });
    }

    public async Task DisposeAsync()
    {
        if (Server is not null)
        {
            Channel.Dispose();
            Supervisor.Dispose();
            await Server.DisposeAsync();
        }
    }

    public async Task<string> OpenAsync(
        string customer, string queue = "support", string first = "Hello", string subject = "A question",
        Channel channel = Api.V1.Channel.Chat)
    {
        var opened = await Channel.CallAsync(
            Channel.Customers.OpenInteractionAsync,
            new OpenInteractionRequest
            {
                RequestId = Id(), CustomerId = IdOf(customer), CustomerName = customer, Channel = channel,
                Queue = queue,
                Subject = subject, FirstMessage = first,
            });
        _opened.Add((opened.InteractionId, customer));
        return opened.InteractionId;
    }

    /// <summary>The agents go and every customer leaves: the next test begins with an empty line.</summary>
    public async Task EmptyAsync(params string[] agents)
    {
        foreach (var agent in agents)
        {
            using var client = Server.Client(agent, "agent");
            var request = new SignOutRequest { RequestId = Id("out"), Force = true };
            await client.CallAsync(client.Desk.SignOutAsync, request);
        }

        foreach (var (interaction, customer) in _opened)
        {
            try
            {
                await LeaveAsync(interaction, customer);
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.FailedPrecondition)
            {
                // It had ended already.
            }
        }

        _opened.Clear();
    }

    public Task SayAsync(string interaction, string customer, string text) => Channel.CallAsync(
        Channel.Customers.SendCustomerMessageAsync,
        new SendCustomerMessageRequest
        {
            RequestId = Id(), InteractionId = interaction, CustomerId = IdOf(customer), Text = text,
        });

    public Task LeaveAsync(string interaction, string customer) => Channel.CallAsync(
        Channel.Customers.LeaveInteractionAsync,
        new LeaveInteractionRequest { RequestId = Id(), InteractionId = interaction, CustomerId = IdOf(customer) });

    public async Task<Interaction> ReadAsync(string interaction)
    {
        var read = await Supervisor.CallAsync(
            Supervisor.Supervision.GetInteractionAsync, new GetInteractionRequest { InteractionId = interaction });
        return read.Interaction;
    }

#pragma warning disable CA1308 // Ids are written in lower case.
    public static string IdOf(string customer) => customer.ToLowerInvariant().Replace(' ', '-');
#pragma warning restore CA1308
}
