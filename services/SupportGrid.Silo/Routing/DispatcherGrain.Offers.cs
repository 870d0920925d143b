using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Routing;
using static SupportGrid.Domain.Interactions.Interaction;

namespace SupportGrid.Silo.Routing;

/// <content>Carrying decisions out, a bounded number at a time.</content>
public sealed partial class DispatcherGrain
{
    private void IssueNext()
    {
        while (_underWay < options.Value.OffersUnderWayMax && _toIssue.TryDequeue(out var decision))
        {
            _underWay++;
            _ = IssueAsync(decision);
        }
    }

    /// <summary>Asks the interaction to make the offer. Never throws.</summary>
    private async Task IssueAsync(RoutingDecision decision)
    {
        try
        {
            var command = new IssueOffer(decision.Offer, decision.Agent, DecisionCodec.EncodeText(decision), decision.At);
            var reply = await InteractionOf(decision.Interaction)
                .Execute(command, new CommandMeta(decision.Offer, null, "", null));
            if (reply.Refusal is null)
            {
                Issued(decision, reply.Version);
            }
            else
            {
                SiloLog.OfferRefused(log, reply.Refusal.Code);
                await LookAgainAsync(decision.Interaction, decision.Offer, decision.Item.Version);
            }
        }
        catch (Exception e)
        {
            SiloLog.OfferFailed(log, e);
            SetAside(decision.Interaction, decision.Offer);
        }
        finally
        {
            _underWay--;
            IssueNext();
        }
    }

    private void Issued(RoutingDecision decision, long version)
    {
        _backoff.Succeed(decision.Interaction);
        if (_offers.Issue(decision.Interaction, decision.Offer, version))
        {
            _matcher.ReleaseReservation(decision.Offer);
            DriveSoon();
        }
    }

    /// <summary>
    /// Takes in how the interaction is now; the offer holds on only if the interaction says that it stands.
    /// </summary>
    /// <param name="decidedOn">Version that the refused decision saw; deciding on it once more would change
    /// nothing.</param>
    private async Task LookAgainAsync(string interaction, string offer, long decidedOn)
    {
        var reading = await InteractionOf(interaction).Read();
        if (reading.State is Offered { Offer: var current } && current == offer
            && !_offers.Issue(interaction, offer, reading.Version))
        {
            return;
        }

        if (reading.State is Queued && reading.Version == decidedOn)
        {
            SetAside(interaction, offer);
            return;
        }

        _backoff.Succeed(interaction);
        _offers.End(interaction);
        _matcher.ReleaseReservation(offer);
        TakeIn(reading, interaction);
        DriveSoon();
    }

    private void TakeIn(Reading<Interaction> reading, string interaction)
    {
        if (reading.State is Queued queued && queued.Facts.Policy.RoutingGroup == _group)
        {
            TakeIn(InteractionReactions.ToWaitingItem(queued.Facts, reading.Version));
        }
        else
        {
            // Also when it is offered: by an offer of which this dispatcher lost sight it would be decided on again and
            // again. What ends the offer puts it back in the line.
            _matcher.RemoveWaiting(interaction, reading.Version);
        }
    }

    /// <summary>
    /// Frees what the offer held and leaves the interaction out of the line for a pause that grows: an interaction that
    /// cannot be offered must not keep an agent from others.
    /// </summary>
    private void SetAside(string interaction, string? offer)
    {
        _matcher.Withdraw(interaction);
        _offers.End(interaction);
        if (offer is not null)
        {
            _matcher.ReleaseReservation(offer);
        }

        DriveSoon();
        IGrainTimer? timer = null;
        timer = this.RegisterGrainTimer(
            async _ =>
            {
                await ReadAsync(interaction);
                timer?.Dispose();
            },
            new GrainTimerCreationOptions(_backoff.Fail(interaction), Timeout.InfiniteTimeSpan)
            {
                Interleave = true,
                KeepAlive = true,
            });
    }

    /// <summary>Takes in one interaction of the group; tries again later if it cannot be read. Never throws.</summary>
    private async Task ReadAsync(string interaction)
    {
        try
        {
            TakeIn(await InteractionOf(interaction).Read(), interaction);
        }
        catch (Exception e)
        {
            SiloLog.InteractionUnreadable(log, e);
            SetAside(interaction, offer: null);
        }
    }

    /// <summary>Compares reservations that hold on for long with their interactions, in case word was lost.</summary>
    private async Task CheckReservationsAsync(CancellationToken cancellationToken)
    {
        var oldest = Now - TimeSpan.FromSeconds(options.Value.ReservationCheckSeconds);
        var toCheck = _matcher.Reservations
            .Where(r => r.At <= oldest && !_offers.IsUnanswered(r.Interaction, r.Offer))
            .ToArray();
        await Bounded.ForEachAsync(toCheck, options.Value.RecoveryReadsMax, CheckAsync);
    }

    private async Task CheckAsync(Reservation reservation)
    {
        try
        {
            await LookAgainAsync(reservation.Interaction, reservation.Offer, decidedOn: 0);
        }
        catch (Exception e)
        {
            SiloLog.InteractionUnreadable(log, e);
        }
    }

    private IInteractionGrain InteractionOf(string interaction) =>
        GrainFactory.GetGrain<IInteractionGrain>(GrainKeys.Of(_tenant, interaction));
}
