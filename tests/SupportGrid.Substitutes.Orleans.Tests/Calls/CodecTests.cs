using Orleans.Serialization;

namespace SupportGrid.Substitutes.Orleans.Tests.Calls;

public sealed class CodecTests
{
    [Fact]
    public void GetGrain_ParameterWithoutSerializer_Throws() => AssertRefused<IWithUnmarked>(nameof(Unmarked));

    [Fact]
    public void GetGrain_ParameterDeepInsideWithoutSerializer_Throws() =>
        AssertRefused<IWithUnmarkedInside>(nameof(Unmarked));

    [Fact]
    public void GetGrain_MemberWithoutId_Throws() => AssertRefused<IWithForgotten>(nameof(Forgotten.Lost));

    [Fact]
    public void GetGrain_TwoMembersWithOneId_Throws() => AssertRefused<IWithTwice>("[Id(0)]");

    [Fact]
    public void GetGrain_AliasOfAGenericTypeWithoutItsArity_Throws() => AssertRefused<IWithMisnamed>("`1");

    [Fact]
    public void GetGrain_MethodThatReturnsNoTask_Throws()
    {
        using var cluster = Sim.New();

        Assert.Throws<ArgumentException>(() => cluster.GrainFactory.GetGrain<IWithoutTask>("k"));
    }

    [Fact]
    public void GetGrain_EverythingMarked_Works()
    {
        using var cluster = Sim.New();

        Assert.NotNull(cluster.GrainFactory.GetGrain<IKeeper>("k"));
    }

    [Fact]
    public void Call_ExceptionThatIsMarked_Arrives()
    {
        using var cluster = Sim.New();

        var error = cluster.Fails<MarkedException>(() => cluster.Grain<IThrower>("k").Throw(isMarked: true));

        Assert.Equal("spilt", error.Message);
    }

    [Fact]
    public void Call_ExceptionThatNoOtherProcessKnows_ArrivesAsACodecThatIsMissing()
    {
        using var cluster = Sim.New();

        var error = cluster.Fails<CodecNotFoundException>(() => cluster.Grain<IThrower>("k").Throw(isMarked: false));

        Assert.Contains(nameof(UnmarkedException), error.Message, StringComparison.Ordinal);
    }

    private static void AssertRefused<TGrain>(string culprit)
        where TGrain : IGrainWithStringKey
    {
        using var cluster = Sim.New();

        var error = Assert.Throws<CodecNotFoundException>(() => cluster.GrainFactory.GetGrain<TGrain>("k"));

        Assert.Contains(culprit, error.Message, StringComparison.Ordinal);
    }
}

public interface IThrower : IGrainWithStringKey
{
    Task Throw(bool isMarked);
}

public sealed class ThrowerGrain : Grain, IThrower
{
    public Task Throw(bool isMarked) =>
        Task.FromException(isMarked ? new MarkedException("spilt") : new UnmarkedException("spilt"));
}

[GenerateSerializer]
public sealed class MarkedException(string message) : Exception(message);

public sealed class UnmarkedException(string message) : Exception(message);

public interface IWithUnmarked : IGrainWithStringKey
{
    Task Take(Unmarked value);
}

public interface IWithUnmarkedInside : IGrainWithStringKey
{
    Task<Dictionary<string, List<(int, Unmarked)>>> Give();
}

public interface IWithMisnamed : IGrainWithStringKey
{
    Task Take(Misnamed<int> value);
}

[GenerateSerializer, Alias("test.Misnamed")]
public sealed record Misnamed<T>(T Value);

public interface IWithForgotten : IGrainWithStringKey
{
    Task Take(Forgotten value);
}

public interface IWithTwice : IGrainWithStringKey
{
    Task Take(Twice value);
}

public interface IWithoutTask : IGrainWithStringKey
{
    int Take();
}

[GenerateSerializer]
public sealed class Forgotten
{
    [Id(0)]
    public int Kept { get; set; }

    public int Lost { get; set; }
}

[GenerateSerializer]
public sealed class Twice
{
    [Id(0)]
    public int First { get; set; }

    [Id(0)]
    public int Second { get; set; }
}
