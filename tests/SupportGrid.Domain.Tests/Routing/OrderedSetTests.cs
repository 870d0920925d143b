using FsCheck;
using FsCheck.Fluent;
using SupportGrid.Domain.Routing;
using SupportGrid.Kernel;

namespace SupportGrid.Domain.Tests.Routing;

public sealed class OrderedSetTests
{
    [Fact]
    public void OrderedSet_AnyAddsAndRemoves_AgreesWithASortedList() =>
        Prop.ForAll<int[]>(numbers =>
        {
            var set = new OrderedSet<string>(StringComparer.Ordinal);
            var list = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var number in numbers)
            {
                var word = $"w{Math.Abs(number % 40)}";
                if (list.Add(word))
                {
                    set.Add(word);
                }
                else
                {
                    list.Remove(word);
                    set.Remove(word);
                }

                Assert.Equal(list, set);
                Assert.Equal(list.Count, set.Count);
                Assert.Equal(list.Min, set.First);
                Assert.Equal(Enumerable.Range(0, list.Count), list.Select(set.IndexOf));
            }
        }).Check(Config.QuickThrowOnFailure.WithEndSize(200));

    [Fact]
    public void OrderedSet_AscendingAdds_StaysBalanced()
    {
        var compared = 0;
        var set = new OrderedSet<string>(Comparer<string>.Create((a, b) =>
        {
            compared++;
            return string.CompareOrdinal(a, b);
        }));
        for (var i = 0; i < 4_096; i++)
        {
            set.Add($"{i:0000}");
        }

        compared = 0;
        Assert.Equal(4_095, set.IndexOf("4095"));
        Assert.InRange(compared, 1, 18);
    }

    [Fact]
    public void OrderedSet_SameValueTwiceOrMissing_IsABug()
    {
        var set = new OrderedSet<string>(StringComparer.Ordinal) { "a" };
        Assert.Throws<InvariantBrokenException>(() => set.Add("a"));
        Assert.Throws<InvariantBrokenException>(() => set.Remove("b"));
        Assert.Throws<InvariantBrokenException>(() => set.IndexOf("b"));
    }
}
