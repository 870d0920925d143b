namespace SupportGrid.Substitutes.Orleans.Tests.Grains;

public sealed class FactoryTests
{
    [Fact]
    public void Keys_of_all_kinds_come_back_as_they_were_given()
    {
        using var cluster = Sim.New();
        var factory = cluster.GrainFactory;
        var guid = new Guid("11112222-3333-4444-5555-666677778888");

        Assert.Equal("t-acme/x", factory.GetGrain<INamed>("t-acme/x").GetPrimaryKeyString());
        Assert.Equal(guid, factory.GetGrain<IGuidKeyed>(guid).GetPrimaryKey());
        Assert.Equal(-5, factory.GetGrain<INumbered>(-5).GetPrimaryKeyLong());
        Assert.Equal(guid, factory.GetGrain<IGuidCompound>(guid, "e+f").GetPrimaryKey(out var guidExtension));
        Assert.Equal(7, factory.GetGrain<INumberCompound>(7, "e").GetPrimaryKeyLong(out var numberExtension));
        Assert.Equal(("e+f", "e"), (guidExtension, numberExtension));
    }

    [Fact]
    public void A_grain_knows_its_own_key_and_identity()
    {
        using var cluster = Sim.New();

        Assert.Equal("named/x x", cluster.Run(() => cluster.GrainFactory.GetGrain<INamed>("x").Describe()));
    }

    [Fact]
    public void References_to_one_grain_are_equal_and_others_are_not()
    {
        using var cluster = Sim.New();
        var grain = cluster.GrainFactory.GetGrain<INamed>("x");

        Assert.Equal(grain, cluster.GrainFactory.GetGrain<INamed>("x"));
        Assert.Equal(grain, cluster.GrainFactory.GetGrain<INamed>(GrainId.Parse("named/x")));
        Assert.NotEqual(grain, cluster.GrainFactory.GetGrain<INamed>("y"));
    }

    [Fact]
    public void A_reference_can_be_had_for_another_interface_of_the_same_grain()
    {
        using var cluster = Sim.New();
        var other = cluster.GrainFactory.GetGrain<INamed>("x").AsReference<IAlsoNamed>();

        Assert.Equal("also x", cluster.Run(other.DescribeAgain));
    }

    [Fact]
    public void The_name_of_a_grain_type_can_be_chosen()
    {
        using var cluster = Sim.New();

        Assert.Equal("chosen/5", cluster.GrainFactory.GetGrain<INumbered>(5).GetGrainId().ToString());
    }

    [Fact]
    public void GetGrain_NoClassImplementsTheInterface_Throws()
    {
        using var cluster = Sim.New();

        Assert.Throws<ArgumentException>(() => cluster.GrainFactory.GetGrain<IUnimplemented>("x"));
    }

    [Fact]
    public void GetGrain_SeveralClassesImplementTheInterface_NeedsAPrefix()
    {
        using var cluster = Sim.New();
        var factory = cluster.GrainFactory;

        Assert.Throws<ArgumentException>(() => factory.GetGrain<IAmbiguous>("x"));
        var second = factory.GetGrain<IAmbiguous>("x", typeof(SecondGrain).FullName);
        Assert.Equal("second", cluster.Run(second.Name));
    }

    [Fact]
    public void GetGrain_EmptyKey_Throws()
    {
        using var cluster = Sim.New();

        Assert.Throws<ArgumentException>(() => cluster.GrainFactory.GetGrain<INamed>(" "));
    }

    [Fact]
    public void Parse_TextThatIsNoGrainId_Throws() => Assert.Throws<ArgumentException>(() => GrainId.Parse("nothing"));
}

public interface INamed : IGrainWithStringKey
{
    Task<string> Describe();
}

public interface IAlsoNamed : IGrainWithStringKey
{
    Task<string> DescribeAgain();
}

public sealed class NamedGrain : Grain, INamed, IAlsoNamed
{
    public Task<string> Describe() => Task.FromResult($"{IdentityString} {this.GetPrimaryKeyString()}");

    public Task<string> DescribeAgain() => Task.FromResult($"also {this.GetPrimaryKeyString()}");
}

public interface IGuidKeyed : IGrainWithGuidKey;

public interface INumbered : IGrainWithIntegerKey;

public interface IGuidCompound : IGrainWithGuidCompoundKey;

public interface INumberCompound : IGrainWithIntegerCompoundKey;

public interface IUnimplemented : IGrainWithStringKey;

public sealed class GuidKeyedGrain : Grain, IGuidKeyed;

[GrainType("chosen")]
public sealed class NumberedGrain : Grain, INumbered;

public sealed class GuidCompoundGrain : Grain, IGuidCompound;

public sealed class NumberCompoundGrain : Grain, INumberCompound;

public interface IAmbiguous : IGrainWithStringKey
{
    Task<string> Name();
}

public sealed class FirstGrain : Grain, IAmbiguous
{
    public Task<string> Name() => Task.FromResult("first");
}

public sealed class SecondGrain : Grain, IAmbiguous
{
    public Task<string> Name() => Task.FromResult("second");
}
