using SupportGrid.Contracts.Events;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Interactions;
using SupportGrid.EventStore;
using SupportGrid.Gateway.Tests.Live.Floor;
using SupportGrid.Gateway.Tests.Live.Record;

namespace SupportGrid.Gateway.Tests.Live.Promise;

/// <summary>What each view has to show of a log, said a second time and in another way than the product does.</summary>
internal static class ExpectedViews
{
    public static async Task<IReadOnlyList<ExpectedStep>> OfAsync(
        IEventFeed feed, Func<RecordedEvent, object, IEnumerable<string>> names)
    {
        List<ExpectedStep> steps = [];
        for (FeedPage? page = null; page is not { IsLast: true };)
        {
            page = await feed.ReadAsync(new FeedQuery(page?.Through ?? 0, 500) { Tenant = Samples.Tenant });
            foreach (var e in page.Events)
            {
                string[] shown = [.. names(e, EventCodec.Default.Decode(e.Type, e.SchemaVersion, e.Data))];
                if (shown.Length > 0)
                {
                    steps.Add(new ExpectedStep(e.Position, shown));
                }
            }
        }

        return steps;
    }

    public static IEnumerable<string> Events(RecordedEvent e, object body) => [$"event {e.Position}"];

    public static IEnumerable<string> Agents(RecordedEvent e, object body) =>
        body is AgentEvent ? [$"agent {IdOf(e)} v{e.Version}"] : [];

    public static IEnumerable<string> Interactions(RecordedEvent e, object body) =>
        body is InteractionEvent and not MessageSaid and not InteractionOpened && !ExpectedAlerts.IsEmpathy(body)
            ? [$"interaction {IdOf(e)} v{e.Version}"]
            : [];

    /// <summary>
    /// A desk knows which interactions are only proposed to it: those it was offered and has not got.
    /// </summary>
    public static Func<RecordedEvent, object, IEnumerable<string>> Desk(string agent)
    {
        var proposed = new HashSet<string>();
        var fares = new ExpectedFares();
        return (e, body) =>
        {
            var changes = fares.Note(e, body);
            return e.Stream == Streams.Agent(agent) ? Session(e, body)
                : e.Audience == Streams.AgentAudience(agent) ? InHand(e, body, proposed, fares, changes)
                : [];
        };
    }

    public static Func<RecordedEvent, object, IEnumerable<string>> Customer(string interaction)
    {
        Interaction state = InteractionDecider.Initial;
        return (e, body) =>
        {
            if (e.Stream != Streams.Interaction(interaction))
            {
                return [];
            }

            var before = Visible(state);
            state = InteractionDecider.Evolve(state, (InteractionEvent)body);
            return body is MessageSaid said ? [$"message {said.Sequence}"]
                : before.Equals(Visible(state)) ? []
                : [$"changed v{e.Version}"];
        };
    }

    private static IEnumerable<string> Session(RecordedEvent e, object body)
    {
        var agent = $"agent v{e.Version}";
        return body switch
        {
            OfferTaken x => [$"offer {x.Offer.Offer}", agent],
            OfferPutDown x => [$"offer_ended {x.Offer} {x.Because}", agent],
            WorkFinished x => [$"released {x.Interaction} {x.Because}", agent],
            WorkDeclined x => [$"released {x.Interaction} agent_lost", agent],
            _ => [agent],
        };
    }

    private static IEnumerable<string> InHand(
        RecordedEvent e, object body, HashSet<string> proposed, ExpectedFares fares, bool changes)
    {
        var id = IdOf(e);
        switch (body)
        {
            case OfferIssued:
                proposed.Add(id);
                return [];
            case OfferRejected or OfferExpired or OfferCancelled or OfferRescinded:
                proposed.Remove(id);
                return [];
            case AgentConnected connected:
                proposed.Remove(id);
                return
                [
                    $"offer_ended {connected.Offer} accepted",
                    $"interaction {id} v{e.Version}",
                    .. fares.IsKnown(id) ? [$"empathy {id} v{e.Version}"] : Array.Empty<string>(),
                ];
            case MessageSaid said:
                return
                [
                    $"message {id} {said.Sequence}",
                    .. changes ? [$"empathy {id} v{e.Version}"] : Array.Empty<string>(),
                ];
            case NeedClassified:
                return [$"empathy {id} v{e.Version}"];
            case TrajectoryMoved moved:
                return [$"trajectory {id} {moved.To}"];
            case CueShown shown:
                return [$"cue_shown {id} {shown.Cue.Id}"];
            case CueEnded ended:
                return [$"cue_ended {id} {ended.Cue} {ended.Reason}"];
            case CueAnswered answered:
                return [$"cue_ended {id} {answered.Cue} Answered"];
            case OpportunityScored or ReadingRevised:
                return [];
            default:
                return proposed.Contains(id) ? [] : [$"changed {id} v{e.Version}"];
        }
    }

    private static string Visible(Interaction state)
    {
        if (state is not Interaction.Existing { Facts: var facts })
        {
            return "nothing";
        }

        var with = state is Interaction.InTalk talk ? talk.Agent : "";
        var end = state is Interaction.Closed closed ? $"{closed.Reason} {closed.At}" : "";
        return $"{state.GetType().Name} {with} {end} {facts.Queue} {facts.Channel} {facts.Place} {facts.Transfers} "
            + $"{facts.Reopenings}";
    }

    private static string IdOf(RecordedEvent e) => Streams.Parse(e.Stream).Id;
}
