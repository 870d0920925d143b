using System.Collections.Immutable;

namespace SupportGrid.Domain.Agents;

/// <summary>Counts an agent's events of a time, and what the agent was doing between them.</summary>
internal sealed class AgentDayFold
{
    private readonly DateTimeOffset _from;
    private readonly Dictionary<string, (WorkStage Stage, DateTimeOffset Since)> _work = new(StringComparer.Ordinal);
    private readonly HashSet<string> _offers = new(StringComparer.Ordinal);
    private readonly List<AgentSpan> _spans = [];
    private Presence? _presence;
    private bool _isNotResponding;
    private DateTimeOffset _seenUntil;
    private int _offered;
    private int _accepted;
    private int _rejected;
    private int _missed;
    private int _handled;
    private int _transferred;
    private TimeSpan _handleTime;

    /// <param name="from">What was before only tells what the agent was doing then.</param>
    public AgentDayFold(DateTimeOffset from) => (_from, _seenUntil) = (from, from);

    public void Add(AgentEvent @event)
    {
        Pass(@event.At);
        if (@event.At >= _from)
        {
            Count(@event);
        }

        Move(@event);
    }

    public AgentDay Close(DateTimeOffset until)
    {
        Pass(until);
        return new AgentDay(
            _offered,
            _accepted,
            _rejected,
            _missed,
            _handled,
            _transferred,
            Sum(s => s.Status is RoutingStatus.Interacting or RoutingStatus.Wrapping),
            Sum(s => s.Status is RoutingStatus.Idle or RoutingStatus.Offered),
            Sum(s => s.Status is RoutingStatus.OffQueue or RoutingStatus.NotResponding),
            _handleTime,
            [.. _spans]);
    }

    private TimeSpan Sum(Func<AgentSpan, bool> isOfIt) =>
        _spans.Where(isOfIt).Aggregate(TimeSpan.Zero, static (sum, span) => sum + (span.Until - span.From));

    private void Count(AgentEvent @event)
    {
        switch (@event)
        {
            case OfferTaken:
                _offered++;
                break;
            case WorkStarted:
                _accepted++;
                break;
            case OfferPutDown { Because: "rejected" }:
                _rejected++;
                break;
            case AgentNotResponding:
                _missed++;
                break;
            case WorkFinished { Because: "closed" } e:
                _handled++;
                _handleTime += _work.TryGetValue(e.Offer, out var work) ? e.At - work.Since : TimeSpan.Zero;
                break;
            case WorkFinished { Because: "transferred" }:
                _transferred++;
                break;
        }
    }

    private void Move(AgentEvent @event)
    {
        switch (@event)
        {
            case AgentSignedIn e:
                (_presence, _isNotResponding) = (e.Presence, false);
                break;
            case AgentSignedOut:
                Leave();
                break;
            case PresenceChanged e:
                (_presence, _isNotResponding) = (e.Presence, false);
                break;
            case AgentNotResponding:
                _isNotResponding = true;
                break;
            case OfferTaken e:
                _offers.Add(e.Offer.Offer);
                break;
            case OfferPutDown e:
                _offers.Remove(e.Offer);
                break;
            default:
                MoveWork(@event);
                break;
        }
    }

    private void MoveWork(AgentEvent @event)
    {
        switch (@event)
        {
            case WorkStarted e:
                _offers.Remove(e.Item.Offer);
                _work[e.Item.Offer] = (WorkStage.Interacting, e.At);
                break;
            case WorkMovedToWrapUp e when _work.TryGetValue(e.Offer, out var work):
                _work[e.Offer] = work with { Stage = WorkStage.Wrapping };
                break;
            case WorkFinished e:
                _work.Remove(e.Offer);
                break;
        }
    }

    private void Leave()
    {
        _presence = null;
        _offers.Clear();
        _work.Clear();
    }

    /// <summary>
    /// The time up to an instant was spent as things stand; the clock of the log may step back a little.
    /// </summary>
    private void Pass(DateTimeOffset at)
    {
        if (at <= _seenUntil)
        {
            return;
        }

        if (_presence is { } presence)
        {
            Extend(new AgentSpan(_seenUntil, at, Status(presence), presence.Code));
        }

        _seenUntil = at;
    }

    private void Extend(AgentSpan span)
    {
        if (_spans is [.., var last] && last.Until == span.From && last.Status == span.Status && last.Presence == span.Presence)
        {
            _spans[^1] = last with { Until = span.Until };
        }
        else
        {
            _spans.Add(span);
        }
    }

    /// <summary>
    /// The precedence is that of <see cref="AgentSession.SignedOn.RoutingStatus"/>, with work before all.
    /// </summary>
    private RoutingStatus Status(Presence presence) =>
        _work.Values.Any(static w => w.Stage == WorkStage.Interacting) ? RoutingStatus.Interacting
        : _work.Count > 0 ? RoutingStatus.Wrapping
        : _isNotResponding ? RoutingStatus.NotResponding
        : _offers.Count > 0 ? RoutingStatus.Offered
        : presence.TakesWork ? RoutingStatus.Idle
        : RoutingStatus.OffQueue;
}
