using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Routing;
using SupportGrid.EventSourcing;
using SupportGrid.EventStore;
using static SupportGrid.Domain.Interactions.Interaction;

namespace SupportGrid.Silo.Routing;

/// <summary>Matches the waiting interactions of one routing group with its agents.</summary>
/// <remarks>
/// <para>Life cycle: on activation it reads the open interactions and agents of its group and decides nothing until it
/// has them all. Afterwards every change marks the line dirty, and one drive answers all changes that came together.</para>
/// <para>Decisions are carried out beside the calls, never inside one: the dispatcher calls interactions, and an
/// interaction tells the dispatcher by reaction only, so that no chain of calls comes back here.</para>
/// </remarks>
public sealed partial class DispatcherGrain(
    IEventStore store,
    IEventIds ids,
    TimeProvider time,
    IOptions<SiloOptions> options,
    ILogger<DispatcherGrain> log) : Grain, IDispatcherGrain, IRemindable
{
    private const string WakeReminder = "wake";

    private readonly Matcher _matcher = new();
    private readonly OffersUnderWay _offers = new();
    private readonly LineHistory _history = new();
    private readonly Queue<RoutingDecision> _toIssue = new();
    private readonly HashSet<string> _policies = new(StringComparer.Ordinal);
    private readonly Backoff _backoff = new(options.Value.OfferRetryMs, options.Value.OfferRetryMsMax);
    private IGrainTimer? _nextChange;
    private string _tenant = "";
    private string _group = "";
    private int _underWay;
    private bool _isRebuilt;
    private bool _isDriveDue;
    private bool _isStopped;

    private DateTimeOffset Now => time.GetUtcNow();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        (_tenant, _group) = GrainKeys.Parse(this.GetPrimaryKeyString());
        var period = TimeSpan.FromSeconds(options.Value.DispatcherReminderSeconds);
        await this.RegisterOrUpdateReminder(WakeReminder, period, period);
        var check = TimeSpan.FromSeconds(options.Value.ReservationCheckSeconds);
        this.RegisterGrainTimer(
            CheckReservationsAsync, new GrainTimerCreationOptions(check, check) { Interleave = true });
        _ = RebuildAsync();
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _isStopped = true;
        return Task.CompletedTask;
    }

    public Task PutWaiting(WaitingItem item)
    {
        TakeIn(item);
        return Task.CompletedTask;
    }

    public Task RemoveWaiting(string interaction, long version)
    {
        var item = _matcher.Waiting(interaction);
        if (_matcher.RemoveWaiting(interaction, version))
        {
            _history.Gone(item!, _offers.End(interaction), Now);
        }

        return Task.CompletedTask;
    }

    public Task PutAgent(AgentAvailability availability)
    {
        TakeIn(availability);
        return Task.CompletedTask;
    }

    public Task PutPolicy(QueuePolicy policy)
    {
        SetPolicy(policy);
        return Task.CompletedTask;
    }

    public Task Wake() => Task.CompletedTask;

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        DriveSoon();
        return Task.CompletedTask;
    }

    private void TakeIn(WaitingItem item)
    {
        // Waiting again after an offer was issued means that the offer has ended: what it held is free first.
        if (_offers.Wait(item.Interaction, item.Version) is { } ended)
        {
            _matcher.ReleaseReservation(ended);
        }

        if (!_matcher.PutWaiting(item))
        {
            return;
        }

        if (!_policies.Contains(item.Queue))
        {
            _ = FetchPolicyAsync(item.Queue);
        }

        DriveSoon();
    }

    private void TakeIn(AgentAvailability availability)
    {
        if (_matcher.PutAgent(availability))
        {
            _history.Saw(availability, Now);
            DriveSoon();
        }
    }

    private void SetPolicy(QueuePolicy policy)
    {
        _policies.Add(policy.Queue);
        if (_matcher.SetPolicy(policy))
        {
            DriveSoon();
        }
    }

    /// <summary>One drive for all changes of the calls that are queued now.</summary>
    private void DriveSoon()
    {
        if (_isRebuilt && !_isDriveDue)
        {
            _isDriveDue = true;
            _ = DriveLaterAsync();
        }
    }

    private async Task DriveLaterAsync()
    {
        await Task.Yield();
        _isDriveDue = false;
        Drive();
    }

    private void Drive()
    {
        if (_isStopped)
        {
            return;
        }

        var now = Now;
        foreach (var decision in _matcher.Drive(now, () => $"o-{ids.Next(now):n}"))
        {
            _offers.Begin(decision);
            _toIssue.Enqueue(decision);
        }

        IssueNext();
        ArmNextChange(now);
    }

    private void ArmNextChange(DateTimeOffset now)
    {
        if (_matcher.NextChange(now) is not { } next)
        {
            _nextChange?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return;
        }

        // Timers count in milliseconds: one more, so that the tick does not come before the instant.
        var due = next - now + TimeSpan.FromMilliseconds(1);
        if (_nextChange is { } timer)
        {
            timer.Change(due, Timeout.InfiniteTimeSpan);
            return;
        }

        _nextChange = this.RegisterGrainTimer(
            _ =>
            {
                Drive();
                return Task.CompletedTask;
            },
            new GrainTimerCreationOptions(due, Timeout.InfiniteTimeSpan) { Interleave = true, KeepAlive = true });
    }
}
