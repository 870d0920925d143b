using SupportGrid.Domain.Customers;
using SupportGrid.Domain.Empathy;
using static SupportGrid.Domain.Tests.Customers.CustomerSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Customers;

public sealed class CustomerClosureTests
{
    private static readonly CustomerCommand[] Commands =
    [
        Identify("email:zoe@example.org", "Zoe"),
        Identify("phone:+411"),
        Begin(),
        Begin("i2", at: 30),
        Begin(reopening: 1, at: 600),
        new NoteService("i1", "ana", T(12)),
        new NoteService("i2", "ben", T(40)),
        Conclude(),
        Conclude("i2", at: 90),
        Conclude(reopening: 1, at: 700),
        Note("i1", 5, Trajectory.Strained),
        Note("i1", 9, Trajectory.Recovering),
    ];

    [Fact]
    public void Every_command_has_an_answer_in_every_state_and_a_repeat_changes_nothing()
    {
        var report = Closure.Explore<CustomerDecider, Customer, CustomerCommand, CustomerEvent>(Commands, 6_000);

        report.AssertEveryStateReached(typeof(Customer));
        report.AssertEveryEventHappened(typeof(CustomerEvent));
    }
}
