using SupportGrid.Domain.Customers;

namespace SupportGrid.Silo.Customers;

/// <summary>
/// Places of one customer that were given to interactions of which no word has come yet. With them the limit on open
/// interactions holds for those that open at the same time.
/// </summary>
/// <remarks>
/// They live in memory: the word that an interaction has begun comes by the outbox, so that after a crash those that
/// were opened last count as soon as the outbox is swept.
/// </remarks>
internal sealed class Admissions
{
    private readonly Dictionary<string, DateTimeOffset> _given = new(StringComparer.Ordinal);

    /// <summary>Gives a place, or none.</summary>
    /// <param name="max">Open interactions that the customer may have; 0: as many as they like.</param>
    /// <param name="until">When a place is free again of which nothing was heard.</param>
    public bool TryGive(Customer customer, string interaction, int max, DateTimeOffset now, DateTimeOffset until)
    {
        foreach (var (stale, _) in _given.Where(given => given.Value <= now).ToArray())
        {
            _given.Remove(stale);
        }

        var open = OpenOf(customer).Union(_given.Keys, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        if (max > 0 && open.Count >= max && !open.Contains(interaction))
        {
            return false;
        }

        _given[interaction] = until;
        return true;
    }

    /// <summary>The customer's own history counts it from now on, or it was not opened.</summary>
    public void End(string interaction) => _given.Remove(interaction);

    private static IEnumerable<string> OpenOf(Customer customer) =>
        customer is Customer.Acquainted known
            ? known.History.Where(static c => c.EndedAt is null).Select(static c => c.Interaction)
            : [];
}
