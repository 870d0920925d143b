namespace SupportGrid.Gateway.Tests;

public sealed class BoundedCacheTests
{
    [Fact]
    public void Keep_MoreThanFits_StaysWithinItsBoundAndKeepsWhatIsUsed()
    {
        var cache = new BoundedCache<int, string>(100);
        cache.Keep(-1, "used");
        for (var key = 0; key < 10_000; key++)
        {
            cache.Keep(key, "once");
            Assert.Equal("used", cache.Find(-1));
            Assert.InRange(cache.Count, 1, 101);
        }

        Assert.Null(cache.Find(0));
    }

    [Fact]
    public void Keep_AgainUnderTheSameKey_Replaces()
    {
        var cache = new BoundedCache<string, string>(10);
        cache.Keep("a", "1");
        cache.Keep("a", "2");
        Assert.Equal("2", cache.Find("a"));
        cache.Forget("a");
        Assert.Null(cache.Find("a"));
    }

    [Fact]
    public void Keep_FromManyThreads_StaysWithinItsBound()
    {
        var cache = new BoundedCache<int, string>(1_000);
        Parallel.For(0, 200_000, key =>
        {
            cache.Keep(key, "x");
            _ = cache.Find(key / 2);
        });
        Assert.InRange(cache.Count, 1, 1_100);
    }
}
