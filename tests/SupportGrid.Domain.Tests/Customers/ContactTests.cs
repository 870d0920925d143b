using SupportGrid.Domain.Customers;
using SupportGrid.Domain.Interactions;
using static SupportGrid.Domain.Tests.Customers.CustomerSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Customers;

public sealed class ContactTests
{
    [Fact]
    public void A_contact_makes_a_stranger_acquainted() =>
        CustomerScenario.Given().When(Begin()).Then(
            new CustomerNamed("zoe", "Zoe", T(0)),
            new ContactBegun("zoe", "i1", 0, "billing", Channel.Chat, "Parcel", T(0)));

    [Fact]
    public void A_contact_that_began_does_not_begin_again()
    {
        InContact.When(Begin(at: 5)).ThenNothing();
        Over.When(Begin(at: 600)).ThenNothing();
    }

    [Fact]
    public void A_reopened_contact_is_open_again_and_counts_once()
    {
        var customer = Over.When(Begin(reopening: 1, at: 80)).Becomes<Customer.Acquainted>();

        Assert.Null(Assert.Single(customer.History).EndedAt);
        Assert.Equal(1, customer.Contacts);
    }

    [Fact]
    public void A_name_that_is_too_long_is_cut_for_the_contact_exists_already() =>
        Assert.Equal(
            CustomerLimits.NameLengthMax,
            CustomerScenario.Given().When(Begin() with { Name = new string('x', 999) })
                .Becomes<Customer.Acquainted>().Name.Length);

    [Fact]
    public void Who_served_is_remembered()
    {
        var customer = InContact.When(new NoteService("i1", "ana", T(12))).Becomes<Customer.Acquainted>();

        Assert.Equal(new LastService("ana", T(12)), customer.LastService);
        Assert.Equal("ana", Assert.Single(customer.History).Agent);
    }

    [Fact]
    public void A_service_noted_before_or_again_is_nothing()
    {
        Served.When(new NoteService("i1", "ana", T(12))).ThenNothing();
        Served.When(new NoteService("i0", "ben", T(11))).ThenNothing();
        CustomerScenario.Given().When(new NoteService("i1", "ana", T(12))).ThenNothing();
    }

    [Fact]
    public void A_contact_is_concluded_with_its_outcome() =>
        Served.When(Conclude()).Then(new ContactConcluded("i1", "solved", T(80)));

    [Fact]
    public void A_contact_is_concluded_once()
    {
        Over.When(Conclude(at: 90)).ThenNothing();
        Over.When(Conclude("i2")).ThenNothing();
        Over.And(Begin(reopening: 1, at: 90)).When(Conclude(at: 95)).ThenNothing();
        CustomerScenario.Given().When(Conclude()).ThenNothing();
    }

    [Fact]
    public void What_is_open_stays_in_the_history_while_something_else_can_go()
    {
        var many = Enumerable.Range(0, CustomerLimits.HistoryMax + 5).SelectMany(n =>
            n == 0 ? new CustomerCommand[] { Begin("i-0") } : [Begin($"i-{n}", at: n), Conclude($"i-{n}", at: n)]);

        var customer = Assert.IsType<Customer.Acquainted>(CustomerScenario.After(many).State);

        Assert.Equal(["i-0", "i-6"], customer.History.Take(2).Select(c => c.Interaction));
    }

    [Fact]
    public void The_history_keeps_the_newest_and_the_count_keeps_all()
    {
        var many = Enumerable.Range(0, CustomerLimits.HistoryMax + 5).Select(n => Begin($"i-{n}", at: n));

        var customer = Assert.IsType<Customer.Acquainted>(CustomerScenario.After(many).State);

        Assert.Equal("i-5", customer.History[0].Interaction);
        Assert.Equal(
            (CustomerLimits.HistoryMax, CustomerLimits.HistoryMax + 5), (customer.History.Count, customer.Contacts));
    }
}
