using SupportGrid.Contracts.Grains;
using SupportGrid.Domain;
using SupportGrid.Domain.Customers;
using SupportGrid.Domain.Interactions;
using SupportGrid.Silo.Tests.Hosting;

namespace SupportGrid.Silo.Tests.Customers;

public sealed class OpenLimitTests
{
    [Fact]
    public async Task Of_many_that_open_at_once_no_more_get_in_than_the_customer_may_have()
    {
        await using var centre = await StartAsync(3);
        await centre.OpenAsync("i-1");
        await centre.OpenAsync("elsewhere", customer: "ann");

        var replies = await Task.WhenAll(Enumerable.Range(2, 20).Select(n => OpenAsync(centre, $"i-{n}")));

        Assert.Equal(2, replies.Count(static r => r.Refusal is null));
        Assert.All(
            replies.Where(static r => r.Refusal is not null),
            static r => Assert.Equal(GrainRefusals.TooManyOpenInteractions, r.Refusal));
        await HasOpenAsync(centre, 3);
    }

    [Fact]
    public async Task One_that_ends_makes_room_and_one_that_is_reopened_needs_it()
    {
        await using var centre = await StartAsync(2);
        await centre.OpenAsync("i-1");
        await centre.OpenAsync("i-2");
        await centre.AskAsync("i-1", new LeaveInteraction(default));
        await HasOpenAsync(centre, 1);
        Assert.Null((await OpenAsync(centre, "i-3")).Refusal);

        var refused = await centre.Interaction("i-1").Reopen(Party.Customer, "zoe", centre.Meta());
        Assert.Equal(GrainRefusals.TooManyOpenInteractions, refused.Refusal);

        await centre.AskAsync("i-2", new LeaveInteraction(default));
        await HasOpenAsync(centre, 1);
        Assert.Null((await centre.Interaction("i-1").Reopen(Party.Customer, "zoe", centre.Meta())).Refusal);
        await HasOpenAsync(centre, 2);
    }

    [Fact]
    public async Task What_was_refused_for_another_reason_takes_no_place()
    {
        await using var centre = await StartAsync(1);
        var tooLong = await OpenAsync(centre, "i-1", new string('x', 9_999));
        Assert.Equal(InteractionRefusals.SubjectTooLong, tooLong.Refusal);

        Assert.Null((await OpenAsync(centre, "i-2")).Refusal);
    }

    [Fact]
    public async Task The_same_interaction_asked_for_again_takes_no_second_place()
    {
        await using var centre = await StartAsync(2);
        var meta = centre.Meta("zoe");
        var first = await OpenAsync(centre, "i-1", meta: meta);
        var again = await OpenAsync(centre, "i-1", meta: meta);
        Assert.Equal((null, true, first.Version), (again.Refusal, again.Repeated, again.Version));

        Assert.Null((await OpenAsync(centre, "i-2")).Refusal);
        Assert.Equal(GrainRefusals.TooManyOpenInteractions, (await OpenAsync(centre, "i-3")).Refusal);
    }

    [Fact]
    public async Task A_place_of_which_nothing_is_heard_is_free_after_its_time()
    {
        await using var centre = await StartAsync(1);
        var zoe = centre.Customer("zoe");
        Assert.Null((await zoe.Admit("lost")).Refusal);
        Assert.Null((await zoe.Admit("lost")).Refusal);
        Assert.Equal(GrainRefusals.TooManyOpenInteractions, (await OpenAsync(centre, "i-1")).Refusal);

        centre.Time.Advance(TimeSpan.FromSeconds(61));
        Assert.Null((await OpenAsync(centre, "i-2")).Refusal);
    }

    [Fact]
    public async Task After_a_crash_the_open_ones_are_still_counted()
    {
        await using var centre = await StartAsync(2);
        await centre.OpenAsync("i-1");
        await centre.OpenAsync("i-2");
        await centre.RestartAfterCrashAsync();
        await HasOpenAsync(centre, 2);

        Assert.Equal(GrainRefusals.TooManyOpenInteractions, (await OpenAsync(centre, "i-3")).Refusal);
    }

    private static async Task<Centre> StartAsync(int openMax)
    {
        var centre = await Centre.StartAsync(o => o.CustomerOpenInteractionsMax = openMax);
        await centre.ConfigureAsync();
        return centre;
    }

    private static Task<CommandReply> OpenAsync(
        Centre centre, string interaction, string subject = "subject", CommandMeta? meta = null) =>
        centre.Interaction(interaction).Open(
            new OpenRequest("zoe", "Zoe", Channel.Chat, "billing", subject, "hello", [], 0), meta ?? centre.Meta("zoe"));

    private static Task HasOpenAsync(Centre centre, int count) => Eventually.Of(
        async () => (await centre.Customer("zoe").Read()).State is Customer.Acquainted zoe
            && zoe.History.Count(static c => c.EndedAt is null) == count
            ? zoe
            : null,
        $"the customer to have {count} open interactions");
}
