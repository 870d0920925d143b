using FsCheck;
using FsCheck.Fluent;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Routing;
using static SupportGrid.Domain.Tests.Routing.Given;

namespace SupportGrid.Domain.Tests.Routing;

/// <summary>
/// Goal: distress makes nobody wait for ever. Method: one agent serves one customer a minute while, for ever, more
/// upset customers come than are served; a calm one is among them.
/// </summary>
public sealed class StarvationProperties
{
    private const int Minutes = 600;

    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(60);

    private static readonly Arbitrary<(int Distress, int Ageing, int Came, int Seed)> Days = (
        from distress in Gen.Choose(0, 30)
        from ageing in Gen.Choose(1, 4)
        from came in Gen.Choose(0, 60)
        from seed in Gen.Choose(0, int.MaxValue)
        select (distress, ageing, came, seed)).ToArbitrary();

    [Fact]
    public void A_calm_customer_is_served_before_all_who_come_later_than_distress_is_worth() =>
        Prop.ForAll(Days, static day =>
        {
            var (distress, ageing, came, seed) = day;
            var served = Serve(Policy(distress, ageing), came, new Random(seed));

            // Before the calm one go at most those who were there, and those who came while waiting made up for
            // distress.
            var worth = distress / (double)ageing;
            var before = served.TakeWhile(static item => item.Interaction != "calm").ToList();
            Assert.True(before.Count < served.Count, $"{day}: the calm customer was not served in {Minutes} minutes");
            Assert.All(before.Select(static item => (item.PlaceSince - Noon).TotalMinutes), minute => Assert.True(
                minute <= came + worth, $"{day}: who came at minute {minute} was served before who came at {came}"));
        }).Check(Runs);

    /// <summary>In the order in which they were served, one a minute, the calm one last.</summary>
    private static List<WaitingItem> Serve(QueuePolicy policy, int came, Random dice)
    {
        var line = new Line(policy).With(Agent("ana"));
        var served = new List<WaitingItem>();
        for (var minute = 0; minute < Minutes; minute++)
        {
            for (var arrival = dice.Next(1, 4); arrival > 0; arrival--)
            {
                line.Waiting(At(minute, $"{minute:000}-{arrival}") with
                {
                    Distress = new((Trajectory)(2 + dice.Next(2)), dice.Next(3) == 0),
                });
            }

            if (minute == came)
            {
                line.Waiting(At(minute, "calm"));
            }

            var next = line.Matcher.WaitingIn("billing").First();
            Assert.Equal(next.Interaction, line.DriveOne().Interaction);
            served.Add(next);
            line.Matcher.RemoveWaiting(next.Interaction, 2);
            line.Matcher.ReleaseReservation($"o{served.Count}");
            line.After(TimeSpan.FromMinutes(1));
            if (next.Interaction == "calm")
            {
                break;
            }
        }

        return served;
    }

    private static WaitingItem At(int minute, string interaction) =>
        Item(interaction) with { PlaceSince = Noon.AddMinutes(minute) };

    private static QueuePolicy Policy(double distress, double ageing) => Given.Policy() with
    {
        AgeingPerMinute = ageing,
        Empathy = EmpathyPolicy.Default with { Routing = EmpathyRouting.Off with { DistressPriority = distress } },
    };
}
