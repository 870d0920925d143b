using System.Collections.Immutable;
using System.Diagnostics;
using SupportGrid.Domain.Empathy;
using SupportGrid.Kernel;
using static SupportGrid.Domain.Customers.Customer;

namespace SupportGrid.Domain.Customers;

/// <summary>
/// What is allowed on a customer. Contacts are told by interactions, in order, late and perhaps twice.
/// </summary>
public sealed class CustomerDecider : IDecider<Customer, CustomerCommand, CustomerEvent>
{
    private CustomerDecider()
    {
    }

    public static Customer Initial => Stranger.Instance;

    public static Decision<CustomerEvent> Decide(Customer state, CustomerCommand command) => (state, command) switch
    {
        (_, IdentifyCustomer c) => Identify(state, c),
        (_, BeginContact c) => Begin(state, c),
        (Stranger, NoteService or ConcludeContact or NoteExperience) => [],
        (Acquainted s, NoteService c) => Note(s, c),
        (Acquainted s, ConcludeContact c) => Conclude(s, c),
        (Acquainted s, NoteExperience c) => Experienced(s, c),
        _ => throw new UnreachableException($"{state.GetType().Name} has no answer to {command.GetType().Name}."),
    };

    public static Customer Evolve(Customer state, CustomerEvent @event) => (state, @event) switch
    {
        (_, CustomerIdentified e) => Identified(Known(state, e.Customer), e),
        (_, CustomerNamed e) => Known(state, e.Customer) with { Name = e.Name },
        (_, ContactBegun e) => Begun(Known(state, e.Customer), e),
        (Acquainted s, ContactServed e) => WithContact(s, e.Interaction, c => c with { Agent = e.Agent }) with
        {
            LastService = new Interactions.LastService(e.Agent, e.At),
        },
        (Acquainted s, ContactConcluded e) =>
            WithContact(s, e.Interaction, c => c with { EndedAt = e.At, Outcome = e.Outcome }),
        (Acquainted s, ExperienceNoted e) => s with { Experiences = WithExperience(s.Experiences, e.Experience) },
        _ => throw new UnreachableException($"{state.GetType().Name} cannot follow {@event.GetType().Name}."),
    };

    private static Decision<CustomerEvent> Identify(Customer state, IdentifyCustomer c)
    {
        var known = Known(state, c.Customer);
        List<CustomerEvent> events = [];
        if (c.Identity is { } identity && !known.Identities.Contains(identity))
        {
            if (!IsIdentity(identity))
            {
                return CustomerRefusals.IdentityMalformed;
            }

            if (known.Identities.Count >= CustomerLimits.IdentitiesMax)
            {
                return CustomerRefusals.TooManyIdentities;
            }

            events.Add(new CustomerIdentified(c.Customer, identity, c.At));
        }

        if (c.Name is { Length: > CustomerLimits.NameLengthMax })
        {
            return CustomerRefusals.NameTooLong;
        }

        return Decision.Of(events.Concat(Named(known, c.Customer, c.Name, c.At)));
    }

    private static bool IsIdentity(string identity) =>
        identity.Length <= CustomerLimits.IdentityLengthMax
        && identity.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
        && colon < identity.Length - 1;

    private static IEnumerable<CustomerEvent> Named(
        Acquainted known, string customer, string? name, DateTimeOffset at) =>
        string.IsNullOrWhiteSpace(name) || name == known.Name ? [] : [new CustomerNamed(customer, name, at)];

    /// <summary>A contact that was reopened goes on in its line of the history.</summary>
    private static Decision<CustomerEvent> Begin(Customer state, BeginContact c)
    {
        var known = Known(state, c.Customer);
        return Find(known, c.Interaction) is { } contact && contact.Reopening >= c.Reopening
            ? []
            : Decision.Of(Named(known, c.Customer, Short(c.Name), c.At).Append(
                new ContactBegun(c.Customer, c.Interaction, c.Reopening, c.Queue, c.Channel, c.Subject, c.At)));
    }

    /// <summary>A name on a contact that already exists cannot be refused any more.</summary>
    private static string Short(string name) =>
        name.Length <= CustomerLimits.NameLengthMax ? name : name[..CustomerLimits.NameLengthMax];

    private static Decision<CustomerEvent> Note(Acquainted s, NoteService c) =>
        s.LastService is { } last && (c.At < last.At || (c.At == last.At && c.Agent == last.Agent))
            ? []
            : [new ContactServed(c.Interaction, c.Agent, c.At)];

    private static Decision<CustomerEvent> Conclude(Acquainted s, ConcludeContact c) =>
        Find(s, c.Interaction) is { EndedAt: null } open && open.Reopening == c.Reopening
            ? [new ContactConcluded(c.Interaction, c.Outcome, c.At)]
            : [];

    /// <summary>Only what is newer than what is known of the interaction.</summary>
    private static Decision<CustomerEvent> Experienced(Acquainted s, NoteExperience c) =>
        s.Experiences.Find(e => e.Interaction == c.Experience.Interaction) is { } known
        && known.Version >= c.Experience.Version
            ? []
            : [new ExperienceNoted(c.Experience, c.At)];

    private static ImmutableList<Experience> WithExperience(ImmutableList<Experience> known, Experience last)
    {
        var others = known.RemoveAll(e => e.Interaction == last.Interaction);
        return (others.Count < EmpathyLimits.ExperiencesMax ? others : others.RemoveAt(0)).Add(last);
    }

    private static Acquainted Known(Customer state, string id) =>
        state as Acquainted
        ?? new Acquainted(id, "", ImmutableSortedSet.Create<string>(StringComparer.Ordinal), [], 0, null, []);

    private static Contact? Find(Acquainted s, string interaction) =>
        s.History.FindLast(c => c.Interaction == interaction);

    private static Acquainted Identified(Acquainted s, CustomerIdentified e) =>
        s with { Identities = s.Identities.Add(e.Identity) };

    private static Acquainted Begun(Acquainted s, ContactBegun e)
    {
        if (Find(s, e.Interaction) is not null)
        {
            return WithContact(
                s,
                e.Interaction,
                c => c with { Reopening = e.Reopening, Queue = e.Queue, EndedAt = null, Outcome = null });
        }

        // The oldest goes, but what is open stays as long as anything else can go: it is counted.
        var history = s.History.Count < CustomerLimits.HistoryMax
            ? s.History
            : s.History.RemoveAt(Math.Max(0, s.History.FindIndex(static c => c.EndedAt is not null)));
        return s with
        {
            History = history.Add(new Contact(
                e.Interaction, e.Reopening, e.Queue, e.Channel, e.Subject, e.At, null, null, null)),
            Contacts = s.Contacts + 1,
        };
    }

    private static Acquainted WithContact(Acquainted s, string interaction, Func<Contact, Contact> change) =>
        Find(s, interaction) is { } contact
            ? s with { History = s.History.Replace(contact, change(contact)) }
            : s;
}
