using System.Collections.Immutable;
using SupportGrid.Domain.Empathy;

namespace SupportGrid.Domain.Customers;

/// <summary>A person who contacts us: identities, history, last agent.</summary>
[GenerateSerializer, Immutable, Alias("sg.Customer")]
public abstract record Customer
{
    private Customer()
    {
    }

    [GenerateSerializer, Immutable, Alias("sg.Customer.Stranger")]
    public sealed record Stranger : Customer
    {
        public static Stranger Instance { get; } = new();
    }

    /// <param name="History">Newest last, at most <see cref="CustomerLimits.HistoryMax"/>.</param>
    /// <param name="Contacts">Contacts ever, also those that fell out of the history.</param>
    /// <param name="Experiences">
    /// How recent interactions went, the one last heard of last, at most <see cref="EmpathyLimits.ExperiencesMax"/>.
    /// </param>
    [GenerateSerializer, Immutable, Alias("sg.Customer.Acquainted")]
    public sealed record Acquainted(
        string Id,
        string Name,
        ImmutableSortedSet<string> Identities,
        ImmutableList<Contact> History,
        int Contacts,
        Interactions.LastService? LastService,
        ImmutableList<Experience> Experiences) : Customer
    {
        /// <summary>How the customer fared last; null where no turn was ever read.</summary>
        public Experience? LastExperience => Experiences.IsEmpty ? null : Experiences[^1];
    }
}

/// <summary>One line of a customer's history.</summary>
/// <param name="Reopening">How often it was reopened, so that late repeats are recognised.</param>
/// <param name="Agent">Who served it last, or null.</param>
/// <param name="EndedAt">Null while it is open.</param>
[GenerateSerializer, Immutable, Alias("sg.Contact")]
public sealed record Contact(
    string Interaction,
    int Reopening,
    string Queue,
    Channel Channel,
    string Subject,
    DateTimeOffset OpenedAt,
    string? Agent,
    DateTimeOffset? EndedAt,
    string? Outcome);
