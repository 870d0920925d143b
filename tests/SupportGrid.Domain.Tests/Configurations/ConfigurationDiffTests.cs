using SupportGrid.Domain.Configurations;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Tests.Samples;
using static SupportGrid.Domain.Tests.Configurations.ConfigurationSamples;

namespace SupportGrid.Domain.Tests.Configurations;

public sealed class ConfigurationDiffTests
{
    [Fact]
    public void The_same_content_has_no_differences() => Assert.Empty(ConfigurationDiff.Between(Wanted, Copy(Wanted)));

    [Fact]
    public void Each_line_that_differs_is_a_change() =>
        Assert.Equal(
            [
                new ConfigurationChange("queues/billing/hours/friday", null, "08:00:00-12:30:00, 13:00:00-24:00:00"),
                new ConfigurationChange("queues/billing/offer-timeout", "00:00:20", "00:00:45"),
                new ConfigurationChange("agents/ana/skills/billing", "3", null),
                new ConfigurationChange("agents/ana/skills/orders", "3", "4.5"),
            ],
            ConfigurationDiff.Between(
                Wanted,
                Wanted
                    .With(Policies.Billing with
                    {
                        OfferTimeout = TimeSpan.FromSeconds(45),
                        Hours = OpeningHours.Always with
                        {
                            Spans =
                            [
                                new OpenSpan(DayOfWeek.Friday, new TimeOnly(13, 0), TimeOnly.MaxValue),
                                new OpenSpan(DayOfWeek.Friday, new TimeOnly(8, 0), new TimeOnly(12, 30)),
                            ],
                        },
                    })
                    .With(Profiles.Ana with
                    {
                        Skills = Profiles.Ana.Skills.Remove("billing").SetItem("orders", 4.5),
                    })).AsEnumerable());

    [Fact]
    public void A_new_entry_and_a_removed_one_are_each_one_change() =>
        Assert.Equal(
            [
                new ConfigurationChange("presences/break", "display-name=Break; takes-work=no", null),
                new ConfigurationChange("presences/lunch", null, "display-name=Lunch; takes-work=no"),
            ],
            ConfigurationDiff.Between(
                Wanted,
                (Wanted with { Presences = Wanted.Presences.Clear() })
                    .With(new PresenceReason("lunch", "Lunch", false))).AsEnumerable());

    [Fact]
    public void A_new_queue_shows_all_of_it()
    {
        var without = Wanted with { Queues = Wanted.Queues.Remove("orders") };

        Assert.Contains(
            "offer-timeout=00:00:20; prefer-last-agent-for=00:00:15",
            Assert.Single(ConfigurationDiff.Between(without, Wanted)).After,
            StringComparison.Ordinal);
    }
}
