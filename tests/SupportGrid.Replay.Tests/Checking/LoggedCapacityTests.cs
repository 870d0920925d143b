using System.Collections.Immutable;
using SupportGrid.Domain;
using SupportGrid.Domain.Agents;
using SupportGrid.Replay.Checking;

namespace SupportGrid.Replay.Tests.Checking;

public sealed class LoggedCapacityTests
{
    private const int Draws = 20_000;

    private static readonly Channel[] All = Enum.GetValues<Channel>();

    [Fact]
    public void The_check_and_the_rule_say_the_same_of_any_capacity_and_load()
    {
        var random = new Random(11);
        var fitting = 0;
        for (var draw = 0; draw < Draws; draw++)
        {
            var rule = Drawn(random);
            var logged = new LoggedCapacity(rule.Units, rule.Channels.ToDictionary(
                c => c.Key.ToString(),
                c => new LoggedChannel(c.Value.Cost, c.Value.Limit, [.. c.Value.InterruptibleBy.Select(b => b.ToString())])));
            var carried = random.GetItems(All, random.Next(5));
            var added = All[random.Next(All.Length)];

            var fits = rule.Fits(added, carried);
            fitting += fits ? 1 : 0;
            string[] names = [.. carried.Select(c => c.ToString())];
            Assert.True(fits == logged.Fits(added.ToString(), names), $"{added} beside [{string.Join(", ", names)}] of {rule}");
            Assert.Equal(rule.UnitsOf(carried), logged.UnitsOf(names));
        }

        Assert.InRange(fitting, Draws / 10, Draws * 9 / 10);
    }

    private static ChannelCapacity Drawn(Random random) => new(
        random.Next(1, 10),
        All.Where(_ => random.Next(4) > 0).ToImmutableSortedDictionary(
            c => c,
            _ => new ChannelRule(
                random.Next(0, 4), random.Next(1, 4), [.. All.Where(_ => random.Next(3) == 0)])));
}
