using SupportGrid.Contracts.Events;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Customers;
using SupportGrid.Domain.Interactions;
using SupportGrid.EventStore;
using SupportGrid.EventStore.Archive;

namespace SupportGrid.Standalone.Retention;

/// <summary>
/// Whose words are to go: interactions that closed before a day and were not reopened, and customers all of whose
/// interactions are such. What still has reactions to be carried out is left for the next time.
/// </summary>
public sealed class ErasurePlan
{
    private readonly Dictionary<(string Tenant, string Stream), Contact> _interactions = [];
    private readonly HashSet<(string Tenant, string Stream)> _customers = [];
    private readonly Dictionary<long, (string Tenant, string Stream)> _streamOf = [];
    private readonly ErasureWish _wish;

    private ErasurePlan(ErasureWish wish) => _wish = wish;

    /// <summary>Interactions whose words go.</summary>
    public int Interactions => _interactions.Values.Count(IsErased);

    /// <summary>Customers whose names, identities and subjects go.</summary>
    public int Customers => _customers.Count;

    /// <summary>Reads the log once.</summary>
    /// <exception cref="IOException">The customer that was named is not there, or talks now.</exception>
    public static ErasurePlan Of(IEnumerable<ArchiveRecord> records, ErasureWish wish)
    {
        var plan = new ErasurePlan(wish);
        foreach (var record in records)
        {
            plan.Note(record);
        }

        plan.ChooseCustomers();
        return plan;
    }

    /// <summary>Whether the words of a stream's events go.</summary>
    public bool Takes(string tenant, string stream) =>
        (_interactions.TryGetValue((tenant, stream), out var contact) && IsErased(contact))
        || _customers.Contains((tenant, stream));

    /// <summary>Whether an event of a customer that stays is about an interaction whose words go.</summary>
    public bool TakesSubject(string tenant, object body) =>
        body is ContactBegun begun && Takes(tenant, Streams.Interaction(begun.Interaction));

    private void Note(ArchiveRecord record)
    {
        switch (record)
        {
            case ArchiveRecord.Event { Recorded: var recorded }:
                Note(recorded);
                break;
            case ArchiveRecord.Reaction { Key: var key } when _streamOf.TryGetValue(key.Position, out var stream):
                _interactions[stream] = _interactions[stream] with { IsBusy = true };
                break;
            default:
                break;
        }
    }

    private void Note(RecordedEvent recorded)
    {
        if (!recorded.Stream.StartsWith(Streams.InteractionCategory + "/", StringComparison.Ordinal))
        {
            return;
        }

        var key = (recorded.Tenant, recorded.Stream);
        _streamOf[recorded.Position] = key;
        switch (recorded.Type)
        {
            case nameof(InteractionOpened):
                var opened = (InteractionOpened)EventCodec.Default.Decode(
                    recorded.Type, recorded.SchemaVersion, recorded.Data);
                _interactions[key] = new Contact(Streams.Customer(opened.Customer), null, IsBusy: false);
                break;
            case nameof(InteractionClosed):
                _interactions[key] = _interactions[key] with { ClosedAt = recorded.At };
                break;
            case nameof(InteractionReopened):
                _interactions[key] = _interactions[key] with { ClosedAt = null };
                break;
            default:
                break;
        }
    }

    private bool IsErased(Contact contact) => contact is { ClosedAt: { } closed, IsBusy: false }
        && (_wish.Customer is { } customer
            ? contact.Customer == Streams.Customer(customer)
            : closed < _wish.ClosedBefore);

    private void ChooseCustomers()
    {
        foreach (var group in _interactions.GroupBy(static i => (i.Key.Tenant, i.Value.Customer)))
        {
            if (!_wish.Has(group.Key.Tenant))
            {
                continue;
            }

            if (group.All(i => IsErased(i.Value)))
            {
                _customers.Add(group.Key);
            }
        }

        foreach (var foreign in _interactions.Keys.Where(k => !_wish.Has(k.Tenant)).ToList())
        {
            _interactions.Remove(foreign);
        }

        if (_wish.Customer is { } customer && _customers.Count == 0)
        {
            throw new IOException(_interactions.Values.Any(c => c.Customer == Streams.Customer(customer))
                ? $"The customer '{customer}' has an interaction that is not closed, or that is still being worked on; "
                    + "nothing was erased."
                : $"There is no customer '{customer}' in the log; --customer is the id under which interactions were "
                    + "opened.");
        }
    }

    private readonly record struct Contact(string Customer, DateTimeOffset? ClosedAt, bool IsBusy);
}
