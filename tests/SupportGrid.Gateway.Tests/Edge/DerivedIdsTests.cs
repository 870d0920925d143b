using SupportGrid.Gateway.Edge;
using SupportGrid.Gateway.Identity;

namespace SupportGrid.Gateway.Tests.Edge;

public sealed class DerivedIdsTests
{
    [Fact]
    public void Interaction_SameRequest_IsTheSameForEver() =>
        Assert.Equal("i-72e763jcadksim2t43ebjmkxmk", DerivedIds.Interaction("acme", "ann", "r-1"));

    [Fact]
    public void Interaction_AnyPartDiffers_IsAnother()
    {
        string[] ids =
        [
            DerivedIds.Interaction("acme", "ann", "r-1"), DerivedIds.Interaction("acme", "ann", "r-2"),
            DerivedIds.Interaction("acme", "bob", "r-1"), DerivedIds.Interaction("beta", "ann", "r-1"),
            DerivedIds.Interaction("acme", "ann", "r\n1"), DerivedIds.Message("acme", "ann", "r-1"),
        ];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ids, id => Assert.True(IdFormat.IsValid(id), id));
    }

    [Fact]
    public void Interaction_ManyRequests_UseEveryLetterOfTheAlphabetInEveryPlace()
    {
        var ids = Enumerable.Range(0, 2_000).Select(n => DerivedIds.Interaction("acme", "ann", $"r-{n}")).ToList();
        for (var place = 2; place < ids[0].Length; place++)
        {
            Assert.Equal(32, ids.Select(id => id[place]).Distinct().Count());
        }
    }
}
