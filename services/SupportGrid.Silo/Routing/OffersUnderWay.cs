using SupportGrid.Domain.Routing;

namespace SupportGrid.Silo.Routing;

/// <summary>
/// The offers of one dispatcher from the decision to their end, to tell from versions alone whether word about an
/// interaction came before or after its offer was issued.
/// </summary>
internal sealed class OffersUnderWay
{
    private readonly Dictionary<string, Entry> _byInteraction = new(StringComparer.Ordinal);

    /// <summary>The matcher decided; nothing is in the log yet.</summary>
    public void Begin(RoutingDecision decision) =>
        _byInteraction[decision.Interaction] = new Entry(decision.Offer, decision.Agent);

    /// <summary>Whether the interaction has not answered yet.</summary>
    public bool IsUnanswered(string interaction, string offer) =>
        _byInteraction.TryGetValue(interaction, out var entry) && entry.Offer == offer && entry.IssuedAt is null;

    /// <summary>The interaction issued the offer at this version of its stream.</summary>
    /// <returns>True when it is known to wait again at a later version: the offer has ended already.</returns>
    public bool Issue(string interaction, string offer, long version)
    {
        if (!_byInteraction.TryGetValue(interaction, out var entry) || entry.Offer != offer)
        {
            return false;
        }

        entry.IssuedAt = version;
        if (entry.WaitsAt <= version)
        {
            return false;
        }

        _byInteraction.Remove(interaction);
        return true;
    }

    /// <summary>The interaction waits at this version.</summary>
    /// <returns>The offer that has ended by that, or null.</returns>
    public string? Wait(string interaction, long version)
    {
        if (!_byInteraction.TryGetValue(interaction, out var entry))
        {
            return null;
        }

        entry.WaitsAt = Math.Max(entry.WaitsAt, version);
        if (entry.IssuedAt is not { } issued || version <= issued)
        {
            return null;
        }

        _byInteraction.Remove(interaction);
        return entry.Offer;
    }

    /// <summary>The interaction does not wait any more, or its offer came to nothing.</summary>
    /// <returns>The offer it had, and the agent; null: none.</returns>
    public (string Offer, string Agent)? End(string interaction) =>
        _byInteraction.Remove(interaction, out var entry) ? (entry.Offer, entry.Agent) : null;

    private sealed class Entry(string offer, string agent)
    {
        public string Offer { get; } = offer;

        public string Agent { get; } = agent;

        /// <summary>Version at which the offer was issued; null until the interaction answered.</summary>
        public long? IssuedAt { get; set; }

        /// <summary>Latest version at which the interaction is known to wait.</summary>
        public long WaitsAt { get; set; }
    }
}
