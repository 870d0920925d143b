using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Customers;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Queues;
using SupportGrid.EventSourcing;
using SupportGrid.EventStore;
using SupportGrid.Kernel;
using SupportGrid.Silo.Empathy;
using SupportGrid.Silo.Empathy.External;
using static SupportGrid.Domain.Interactions.Interaction;

namespace SupportGrid.Silo.Interactions;

/// <summary>Life cycle, transcript and current offer of one interaction.</summary>
public sealed class InteractionGrain(
    EventSourcingServices services,
    IOptions<SiloOptions> options,
    TurnReader reader,
    ReplyLatencies latencies,
    SilencedCues silenced,
    IExternalReader external,
    [PersistentState("interaction", SnapshotStorage.Name)] IPersistentState<StreamSnapshot> snapshot)
    : EventSourcedGrain<InteractionDecider, Interaction, InteractionCommand, InteractionEvent>(services, snapshot),
        IInteractionGrain
{
    private ConversationEar? _ear;
    private int _toldOutside;

    protected override string StreamName => Streams.Interaction(Id);

    protected override int SnapshotFormat => 6;

    public async Task<CommandReply> Open(OpenRequest request, CommandMeta meta)
    {
        if (Remembered(meta) is { } answered)
        {
            return answered;
        }

        var (policy, refusal) = await PolicyOf(request.Queue);
        if (policy is null)
        {
            return Refuse(refusal, meta);
        }

        await silenced.FreshAsync(Tenant, GrainFactory, Now);
        var (full, customer) = await AdmitAsync(request.Customer);
        return full is not null ? Refuse(full, meta) : await BeginAsync(
            request.Customer,
            new OpenInteraction(
                Id,
                request.Customer,
                request.CustomerName,
                request.Channel,
                request.Subject,
                request.FirstMessage,
                FirstMessageId(meta.RequestId),
                request.ExtraSkills,
                request.ExtraPriority,
                policy,
                policy.Hours.IsOpen(Now),
                (customer as Customer.Acquainted)?.LastService,
                Now,
                ContactHistory.Before(customer, Id, policy.Queue, request.Subject, Now)),
            meta);
    }

    public async Task<CommandReply> Transfer(TransferRequest request, CommandMeta meta)
    {
        if (Remembered(meta) is { } answered)
        {
            return answered;
        }

        var (policy, refusal) = await PolicyOf(request.ToQueue);
        if (policy is null)
        {
            return Refuse(refusal, meta);
        }

        if (request.ToAgent is { } agent && await ProblemOf(agent, policy) is { } problem)
        {
            return Refuse(problem, meta);
        }

        return await HandleAsync(
            new TransferInteraction(
                request.Agent,
                request.By,
                policy,
                policy.Hours.IsOpen(Now),
                request.ToAgent,
                TimeSpan.FromSeconds(options.Value.TransferDirectSeconds),
                request.Note,
                Now),
            meta);
    }

    public async Task<CommandReply> Reopen(Party by, string author, CommandMeta meta)
    {
        if (Remembered(meta) is { } answered)
        {
            return answered;
        }

        if (State is not Existing { Facts: { Queue: var queue, Customer: var customer } })
        {
            return Refuse(InteractionRefusals.NoSuchInteraction, meta);
        }

        var (policy, refusal) = await PolicyOf(queue);
        if (policy is null)
        {
            return Refuse(refusal, meta);
        }

        var (full, _) = await AdmitAsync(customer);
        return full is not null
            ? Refuse(full, meta)
            : await BeginAsync(
                customer, new ReopenInteraction(by, author, policy, policy.Hours.IsOpen(Now), Now), meta);
    }

    public async Task<CommandReply> Execute(InteractionCommand command, CommandMeta meta)
    {
        if (command is SayMessage)
        {
            await silenced.FreshAsync(Tenant, GrainFactory, Now);
        }

        var reply = await HandleAsync(command, meta);
        if (command is SayMessage)
        {
            TellOutside();
        }

        return reply;
    }

    public Task<Reading<Interaction>> Read() => ReadAsync();

    /// <summary>
    /// What is said is read here, from the state that it is decided on, so that no caller can say what was read in it.
    /// </summary>
    protected override InteractionCommand Stamp(InteractionCommand command, DateTimeOffset at) => command switch
    {
        SayMessage c => c with { At = at, Reading = Ear.Read(State, c, at), Silenced = silenced.Of(Tenant) },
        OpenInteraction c => c with
        {
            At = at, FirstReading = ConversationEar.ReadFirst(reader, c), Silenced = silenced.Of(Tenant),
        },
        ReviseReading c => c with { At = at, Silenced = silenced.Of(Tenant) },
        _ => command with { At = at },
    };

    protected override DateTimeOffset InstantOf(InteractionEvent @event) => @event.At;

    protected override IReadOnlyList<Reaction> React(
        Interaction before, InteractionEvent @event, Interaction after, long version) =>
        InteractionReactions.React(before, @event, after, version);

    protected override string? AudienceOf(Interaction before, InteractionEvent @event, Interaction after) =>
        InteractionAudience.Audience(before, @event, after);

    protected override StreamMark? MarkOf(Interaction before, Interaction after)
    {
        var (was, now) = (OpenGroup(before), OpenGroup(after));
        return was == now ? null : new StreamMark(Streams.InteractionCategory, now ?? was!, now is not null);
    }

    protected override (DateTimeOffset Due, InteractionCommand Command)? DeadlineOf(Interaction state) => state switch
    {
        Offered s => (s.Until, new ExpireOffer(s.Offer, s.Until)),
        Wrapping { Until: { } until } => (until, new ExpireWrapUp(until)),
        _ => null,
    };

    /// <summary>
    /// What was said before this activation is not told again: a turn is read outside at most once, and rather not at
    /// all than twice.
    /// </summary>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await base.OnActivateAsync(cancellationToken);
        _toldOutside = SaidSoFar;
    }

    private int SaidSoFar => State is Existing s ? s.Facts.Transcript.Count : 0;

    /// <summary>Once what was said is durable; nobody waits for what comes of it.</summary>
    private void TellOutside()
    {
        if (SaidSoFar == _toldOutside)
        {
            return;
        }

        _toldOutside = SaidSoFar;
        if (ExternalTurn.LastOf(Tenant, State) is { } turn)
        {
            external.Offer(turn);
        }
    }

    private ConversationEar Ear => _ear ??= new ConversationEar(reader, latencies, Tenant);

    private static string? OpenGroup(Interaction state) =>
        state is Existing s and not Closed ? s.Facts.Policy.RoutingGroup : null;

    // The same request gives the same id, so that opening twice does not say the first message twice.
    private static string FirstMessageId(string requestId) =>
        $"m-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(requestId)).AsSpan(0, 16))}";

    // Whoever is not known here would be waited for in vain.
    private async Task<Refusal?> ProblemOf(string agent, QueuePolicy policy)
    {
        var reading = await GrainFactory.GetGrain<IAgentGrain>(GrainKeys.Of(Tenant, agent)).Read();
        return reading.State switch
        {
            AgentSession.SignedOff s => Outside(s.Profile, policy),
            AgentSession.SignedOn s => Outside(s.Profile, policy),
            _ => AgentRefusals.AgentUnknown,
        };
    }

    private static Refusal? Outside(AgentProfile profile, QueuePolicy policy) =>
        profile.RoutingGroup == policy.RoutingGroup ? null : GrainRefusals.AgentElsewhere;

    /// <summary>An interaction that is open already has its place.</summary>
    private async Task<(Refusal? Full, Customer Customer)> AdmitAsync(string customer)
    {
        var actor = CustomerOf(customer);
        if (State is Existing and not Closed)
        {
            return (null, (await actor.Read()).State);
        }

        var admission = await actor.Admit(Id);
        return (admission.Refusal, admission.Customer);
    }

    /// <summary>
    /// Opens, and gives the place back when it was not opened. After a failure nobody knows whether it was: then the
    /// place stays until word comes or time is up.
    /// </summary>
    private async Task<CommandReply> BeginAsync(string customer, InteractionCommand command, CommandMeta meta)
    {
        var reply = await HandleAsync(command, meta);
        TellOutside();
        if (reply.Refusal is not null && State is Absent or Closed)
        {
            await CustomerOf(customer).Withdraw(Id);
        }

        return reply;
    }

    private ICustomerGrain CustomerOf(string customer) =>
        GrainFactory.GetGrain<ICustomerGrain>(GrainKeys.Of(Tenant, customer));

    private async Task<(QueuePolicy? Policy, Refusal Refusal)> PolicyOf(string queue)
    {
        var reading = await GrainFactory.GetGrain<IQueueGrain>(GrainKeys.Of(Tenant, queue)).Read();
        return reading.State switch
        {
            QueueState.Defined { Retired: false } s => (s.Policy, GrainRefusals.QueueUnknown),
            QueueState.Defined => (null, GrainRefusals.QueueRetired),
            _ => (null, GrainRefusals.QueueUnknown),
        };
    }
}
