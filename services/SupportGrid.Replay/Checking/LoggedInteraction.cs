using SupportGrid.Replay.Playing;

namespace SupportGrid.Replay.Checking;

/// <summary>What the log says of one interaction, folded in log order; problems are noted as they are met.</summary>
internal sealed class LoggedInteraction(string id)
{
    private readonly List<string> _problems = [];
    private readonly HashSet<string> _openOffers = [];
    private string? _agent;
    private string? _connectedBy;
    private int _closings;

    public string Subject { get; private set; } = "";

    public List<string> Texts { get; } = [];

    public int Offers { get; private set; }

    public int Connections { get; private set; }

    public bool IsClosed => _closings > 0;

    public bool Abandoned { get; private set; }

    /// <summary>The customer went while talking with an agent.</summary>
    public bool EndedByCustomer { get; private set; }

    public void Apply(LoggedEvent e)
    {
        switch (e.Type)
        {
            case "InteractionOpened":
                Note(Subject.Length > 0, "was opened twice");
                Subject = e.Text("subject");
                break;
            case "MessageSaid":
                Note(e.Number("sequence") != Texts.Count + 1, $"has message {e.Number("sequence")} after {Texts.Count}");
                Texts.Add(e.Text("text"));
                break;
            case "OfferIssued":
                Note(_openOffers.Count > 0, "was offered twice at once");
                Note(_agent is not null, "was offered while an agent had it");
                _openOffers.Add(e.Text("offer"));
                Offers++;
                break;
            case "OfferRejected" or "OfferExpired" or "OfferCancelled" or "OfferRescinded":
                EndOffer(e.Text("offer"));
                break;
            case "AgentConnected":
                EndOffer(e.Text("offer"));
                Note(_agent is not null, $"was given to {e.Text("agent")} while {_agent} had it");
                (_agent, _connectedBy) = (e.Text("agent"), e.Text("offer"));
                Connections++;
                break;
            case "AgentReleased":
                Note(_agent != e.Text("agent"), $"was released by {e.Text("agent")} while {_agent ?? "nobody"} had it");
                _agent = null;
                break;
            case "ContactEnded":
                EndedByCustomer |= e.Text("by") == "Customer";
                break;
            case "InteractionAbandoned":
                Abandoned = true;
                break;
            case "InteractionReopened":
                _closings--;
                break;
            case "InteractionClosed":
                _closings++;
                Note(_closings > 1, "was closed twice");
                _agent = null;
                break;
            default:
                break;
        }
    }

    /// <summary>Everything that is wrong with it, now that the log has been read.</summary>
    public IEnumerable<string> Problems(Script script)
    {
        foreach (var problem in _problems)
        {
            yield return $"{id} {problem}.";
        }

        if (_closings != 1)
        {
            yield return $"{id} is closed {_closings} times, not once.";
        }

        foreach (var offer in _openOffers)
        {
            yield return $"{id}: offer {offer} never ended.";
        }

        var left = Abandoned || EndedByCustomer;
        if (left && !script.CustomerLeaves)
        {
            yield return $"{id}: its customer left, who was to stay.";
        }

        var recorded = script.Conversation.Turns.Select(t => t.Text).ToArray();
        if (!Texts.SequenceEqual(left ? recorded.Take(Texts.Count) : recorded))
        {
            yield return $"{id} has {Texts.Count} turns that are not the {recorded.Length} recorded ones in their order.";
        }
    }

    private void EndOffer(string offer) => Note(!_openOffers.Remove(offer), $"ended offer {offer}, which was not open");

    private void Note(bool wrong, string problem)
    {
        if (wrong)
        {
            _problems.Add(problem + (_connectedBy is null ? "" : $" (offer {_connectedBy})"));
        }
    }
}
