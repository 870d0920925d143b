using SupportGrid.Contracts.Grains;
using SupportGrid.Domain;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Configurations;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Queues;
using static SupportGrid.Domain.Agents.AgentSession;
using static SupportGrid.Domain.Interactions.Interaction;

namespace SupportGrid.Silo.Tests.Hosting;

/// <content>What customers, agents and supervisors do, and what a test waits for.</content>
internal sealed partial class Centre
{
    public IInteractionGrain Interaction(string id) => Grain<IInteractionGrain>(id);

    public IAgentGrain Agent(string id) => Grain<IAgentGrain>(id);

    public ICustomerGrain Customer(string id) => Grain<ICustomerGrain>(id);

    public IQueueGrain Queue(string id) => Grain<IQueueGrain>(id);

    public IWallboardGrain Wallboard() => Grain<IWallboardGrain>("wallboard");

    public IDispatcherGrain Dispatcher(string group = Given.Group) => Grain<IDispatcherGrain>(group);

    /// <summary>Applies a configuration and waits until queues and agents have taken it up.</summary>
    public async Task ConfigureAsync(Configuration? configuration = null)
    {
        var wanted = configuration ?? Given.Configuration();
        var reply = await Grain<IConfigurationGrain>("configuration")
            .Execute(new ApplyConfiguration(wanted, null, "root", Time.GetUtcNow()), Meta());
        Assert.Null(reply.Refusal);
        foreach (var queue in wanted.Queues.Keys)
        {
            await Eventually.Of(
                async () => (await Queue(queue).Read()).State as QueueState.Defined, $"queue {queue} to be defined");
        }

        foreach (var agent in wanted.Agents.Keys)
        {
            await Eventually.Of(
                async () => (await Agent(agent).Read()).State is Unknown ? null : "known", $"agent {agent} to be known");
        }
    }

    /// <summary>Signs agents in, each with one desk.</summary>
    public async Task SignInAsync(params string[] agents)
    {
        foreach (var agent in agents)
        {
            await TellAsync(agent, new SignIn(Given.Online, TimeSpan.FromSeconds(30), default));
            await TellAsync(agent, new ConnectDesk($"desk-{agent}", default));
        }
    }

    public async Task<CommandReply> TellAsync(string agent, AgentCommand command)
    {
        var reply = await Agent(agent).Execute(command, Meta(agent));
        Assert.Null(reply.Refusal);
        return reply;
    }

    public async Task<CommandReply> AskAsync(string interaction, InteractionCommand command)
    {
        var reply = await Interaction(interaction).Execute(command, Meta());
        Assert.Null(reply.Refusal);
        return reply;
    }

    public async Task OpenAsync(
        string interaction, string queue = "billing", Channel channel = Channel.Chat, string customer = "zoe")
    {
        var request = new OpenRequest(customer, customer, channel, queue, "subject", "hello", [], 0);
        var reply = await Interaction(interaction).Open(request, Meta(customer));
        Assert.Null(reply.Refusal);
    }

    /// <summary>Waits until the interaction is offered to somebody.</summary>
    public Task<Offered> OfferOf(string interaction) => StateOf<Offered>(interaction);

    /// <summary>Waits until the interaction is offered to this agent, whose desk shows it.</summary>
    public async Task<Offered> OfferTo(string agent, string interaction)
    {
        var offered = await StateOf<Offered>(interaction, s => s.Agent == agent);
        await SessionOf(agent, s => s.Offers.Any(o => o.Offer == offered.Offer), $"{agent} to have the offer");
        return offered;
    }

    /// <summary>Waits for the offer and accepts it.</summary>
    public async Task<Connected> ConnectAsync(string interaction)
    {
        var offered = await OfferOf(interaction);
        await AskAsync(interaction, new AcceptOffer(offered.Offer, offered.Agent, default));
        await SessionOf(
            offered.Agent, s => s.Work.Any(w => w.Offer == offered.Offer), $"{offered.Agent} to have {interaction}");
        return await StateOf<Connected>(interaction);
    }

    public Task<T> StateOf<T>(string interaction, Func<T, bool>? where = null)
        where T : Interaction => Eventually.Of(
        async () => (await Interaction(interaction).Read()).State is T state && (where?.Invoke(state) ?? true) ? state : null,
        $"{interaction} to be {typeof(T).Name}",
        async () => (await Interaction(interaction).Read()).State.ToString());

    public Task<SignedOn> SessionOf(string agent, Func<SignedOn, bool> where, string awaited) => Eventually.Of(
        async () => (await Agent(agent).Read()).State is SignedOn session && where(session) ? session : null,
        awaited,
        async () => (await Agent(agent).Read()).State.ToString());

    public Task FreeAsync(string agent) => SessionOf(agent, s => s.IsFree, $"{agent} to be free");

    private TGrain Grain<TGrain>(string id)
        where TGrain : IGrainWithStringKey => Grains.GetGrain<TGrain>(GrainKeys.Of(Given.Tenant, id));
}
