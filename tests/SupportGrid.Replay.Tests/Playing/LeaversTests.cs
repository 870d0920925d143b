using SupportGrid.Replay.Playing;

namespace SupportGrid.Replay.Tests.Playing;

public sealed class LeaversTests
{
    private static readonly string[] Conversations = [.. Enumerable.Range(0, 10_000).Select(n => $"c-{n}")];

    [Fact]
    public void Has_NobodyAndEverybody_AreExact()
    {
        Assert.DoesNotContain(Conversations, c => Leavers.Has(c, 0, 1));
        Assert.DoesNotContain(Conversations, c => !Leavers.Has(c, 1, 1));
    }

    [Fact]
    public void Has_Share_IsKeptAndGrowsByMoreOfTheSame()
    {
        var tenth = Conversations.Where(c => Leavers.Has(c, 0.1, 1)).ToArray();
        var third = Conversations.Where(c => Leavers.Has(c, 0.3, 1)).ToHashSet();
        Assert.InRange(tenth.Length, 900, 1_100);
        Assert.InRange(third.Count, 2_850, 3_150);
        Assert.Subset(third, tenth.ToHashSet());
    }

    [Fact]
    public void Has_OtherSeed_DrawsOthers() => Assert.NotEqual(
        Conversations.Where(c => Leavers.Has(c, 0.1, 1)), Conversations.Where(c => Leavers.Has(c, 0.1, 2)));
}
