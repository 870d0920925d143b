using SupportGrid.Domain;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Interactions;
using SupportGrid.Silo.Tests.Hosting;

namespace SupportGrid.Silo.Tests.Recovery;

/// <summary>What follows from an event must not overtake what followed from the event before it.</summary>
public sealed class FailingReactionTests
{
    [Fact]
    public async Task Reaction_ThatFailsForLong_IsNotOvertaken()
    {
        await using var centre = await Centre.StartAsync();
        await centre.ConfigureAsync();
        await centre.SignInAsync("ana");
        centre.Reactions.Fail(static r => r is TellAgent { Command: TakeOffer }, 20);
        await centre.OpenAsync("i-1");
        await centre.OfferOf("i-1");
        await centre.AskAsync("i-1", new LeaveInteraction(default));

        await Eventually.Of(
            () =>
            {
                centre.Time.Advance(TimeSpan.FromSeconds(1));
                var isOver = centre.Reactions.Done.Any(static r => r is TellAgent { Command: PutDownOffer });
                return Task.FromResult(isOver ? "over" : null);
            },
            "the offer to be put down");

        var told = centre.Reactions.Done.OfType<TellAgent>().Select(static r => r.Command).ToList();
        Assert.True(
            told.FindIndex(static c => c is TakeOffer) is >= 0 and var taken && taken < told.FindIndex(static c => c is PutDownOffer),
            string.Join(", ", told.Select(c => c.GetType().Name)));
        await centre.SessionOf("ana", static s => s.Offers.IsEmpty, "ana to have no offer");
        centre.Log.Expect("SupportGrid.EventSourcing 1002:");
    }
}
