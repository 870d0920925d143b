using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Interactions;
using SupportGrid.EventStore;

namespace SupportGrid.Gateway.Tests.Live.Promise;

/// <summary>How each interaction's customer fares, from the bodies of events alone.</summary>
internal sealed class ExpectedFares
{
    private readonly Dictionary<string, string> _efforts = [];
    private readonly HashSet<string> _known = [];

    /// <summary>Whether anything was read of the interaction so far.</summary>
    public bool IsKnown(string interaction) => _known.Contains(interaction);

    /// <returns>Whether a message changed the customer's effort.</returns>
    public bool Note(RecordedEvent e, object body)
    {
        if (body is not InteractionEvent)
        {
            return false;
        }

        var id = Streams.Parse(e.Stream).Id;
        if (body is CueShown or NeedClassified)
        {
            _known.Add(id);
        }

        if (body is not MessageSaid { From: Party.Customer, Reading: { } reading })
        {
            return false;
        }

        _known.Add(id);
        var effort = $"{reading.Effort} {string.Join(' ', reading.EffortFacts)}";
        var changes = _efforts.GetValueOrDefault(id, "0 ") != effort;
        _efforts[id] = effort;
        return changes;
    }
}
