using SupportGrid.Domain.Customers;

namespace SupportGrid.Domain.Empathy;

/// <summary>What a customer's history says about an interaction that is about to be opened.</summary>
public static class ContactHistory
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    /// <summary>
    /// Contacts about the same issue: under the same subject or, where one of the two has none, to the same queue.
    /// </summary>
    /// <param name="interaction">Does not count itself.</param>
    public static ContactsBefore Before(
        Customer customer, string interaction, string queue, string subject, DateTimeOffset at)
    {
        if (customer is not Customer.Acquainted { History: var history })
        {
            return ContactsBefore.None;
        }

        var same = history
            .Where(c => c.Interaction != interaction && at - c.OpenedAt <= Month && IsSameIssue(c, queue, subject))
            .ToList();
        return new ContactsBefore(same.Count(c => at - c.OpenedAt <= Week), same.Count);
    }

    private static bool IsSameIssue(Contact contact, string queue, string subject) =>
        string.IsNullOrWhiteSpace(subject) || string.IsNullOrWhiteSpace(contact.Subject)
            ? contact.Queue == queue
            : string.Equals(contact.Subject.Trim(), subject.Trim(), StringComparison.OrdinalIgnoreCase);
}
