using SupportGrid.Domain.Customers;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Tests.Samples;

namespace SupportGrid.Domain.Tests.Empathy;

public sealed class ContactHistoryTests
{
    private static readonly DateTimeOffset Now = Instants.Noon;

    [Fact]
    public void A_stranger_was_never_here() =>
        Assert.Equal(
            ContactsBefore.None, ContactHistory.Before(Customer.Stranger.Instance, "i9", "billing", "Parcel", Now));

    [Fact]
    public void Contacts_of_the_week_count_for_the_month_too() =>
        Assert.Equal(
            new ContactsBefore(1, 2),
            Before("Parcel", At("i1", 3, "parcel "), At("i2", 20, "Parcel"), At("i3", 40, "Parcel")));

    [Fact]
    public void Another_subject_is_another_issue() =>
        Assert.Equal(ContactsBefore.None, Before("Parcel", At("i1", 3, "Invoice")));

    [Fact]
    public void Without_a_subject_the_queue_tells() =>
        Assert.Equal(new ContactsBefore(1, 1), Before("Parcel", At("i1", 3, ""), At("i2", 3, "", "orders")));

    [Fact]
    public void It_does_not_count_itself() =>
        Assert.Equal(ContactsBefore.None, Before("Parcel", At("i9", 0, "Parcel")));

    private static ContactsBefore Before(string subject, params Contact[] history) => ContactHistory.Before(
        new Customer.Acquainted("zoe", "Zoe", [], [.. history], history.Length, null, []),
            "i9", "billing", subject, Now);

    private static Contact At(string interaction, int daysAgo, string subject, string queue = "billing") =>
        new(interaction, 0, queue, Channel.Chat, subject, Now.AddDays(-daysAgo), null, null, null);
}
