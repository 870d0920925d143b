using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Utilities;

namespace SupportGrid.Substitutes.Orleans.Tests.Observers;

public sealed class ObserverTests
{
    [Fact]
    public void An_observer_hears_what_a_grain_tells_it()
    {
        using var cluster = Sim.New();
        var ear = new Ear();
        var reference = cluster.GrainFactory.CreateObjectReference<IEar>(ear);

        cluster.Run(() => cluster.Grain<ISpeaker>("s").Subscribe(reference));
        cluster.Run(() => cluster.Grain<ISpeaker>("s").Say("hello"));
        cluster.RunUntilQuiet();

        Assert.Equal(["hello"], ear.Heard);
    }

    [Fact]
    public void Calls_to_one_observer_come_one_at_a_time_and_in_order()
    {
        using var cluster = Sim.New();
        var ear = new Ear { Time = cluster.Time };
        var reference = cluster.GrainFactory.CreateObjectReference<IEar>(ear);

        cluster.Run(async () => await Task.WhenAll(reference.Ask("a"), reference.Ask("b"), reference.Ask("c")));

        Assert.Equal(["a?", "a!", "b?", "b!", "c?", "c!"], ear.Heard);
    }

    [Fact]
    public void An_error_of_an_observer_reaches_a_caller_that_waits()
    {
        using var cluster = Sim.New();
        var ear = new Ear();
        var reference = cluster.GrainFactory.CreateObjectReference<IEar>(ear);

        cluster.Fails<FormatException>(() => reference.Ask("error"));
        cluster.Run(() => reference.Ask("a"));
    }

    [Fact]
    public void A_deleted_observer_hears_nothing_and_calls_to_it_fail()
    {
        using var cluster = Sim.New();
        var reference = cluster.GrainFactory.CreateObjectReference<IEar>(new Ear());

        cluster.GrainFactory.DeleteObjectReference<IEar>(reference);

        cluster.Fails<ClientNotAvailableException>(() => reference.Ask("a"));
    }

    [Fact]
    public void The_engine_does_not_keep_an_observer_alive()
    {
        using var cluster = Sim.New();
        var reference = Forget(cluster);

        GC.Collect();
        GC.WaitForPendingFinalizers();

        cluster.Fails<ClientNotAvailableException>(() => reference.Ask("a"));
    }

    [Fact]
    public void CreateObjectReference_OfAGrain_IsRefused()
    {
        using var cluster = Sim.New();
        var grain = cluster.Grain<ISpeaker>("s");

        Assert.Throws<ArgumentException>(() => cluster.GrainFactory.CreateObjectReference<IEar>((IGrainObserver)grain));
    }

    [Fact]
    public void Passing_the_object_in_place_of_its_reference_is_refused()
    {
        using var cluster = Sim.New();

        cluster.Fails<ArgumentException>(() => cluster.Grain<ISpeaker>("s").Subscribe(new Ear()));
    }

    [Fact]
    public async Task Subscribers_that_do_not_subscribe_again_expire_and_those_that_fail_go()
    {
        var time = new SimulatedTime(DateTimeOffset.UnixEpoch);
        var manager = new ObserverManager<string, string>(TimeSpan.FromMinutes(5), NullLogger.Instance)
        {
            GetDateTime = () => time.GetUtcNow().UtcDateTime,
        };
        manager.Subscribe("old", "old");
        time.Advance(TimeSpan.FromMinutes(4));
        manager.Subscribe("new", "new");
        manager.Subscribe("bad", "bad");
        time.Advance(TimeSpan.FromMinutes(2));
        var told = new List<string>();

        await manager.Notify(observer =>
        {
            told.Add(observer);
            return observer == "bad" ? Task.FromException(new FormatException("as asked")) : Task.CompletedTask;
        });

        Assert.Equal(["new", "bad"], told);
        Assert.Equal(["new"], manager.Observers.Keys);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IEar Forget(SimulatedCluster cluster) => cluster.GrainFactory.CreateObjectReference<IEar>(new Ear());
}

public interface IEar : IGrainObserver
{
    void Hear(string word);

    Task Ask(string word);
}

public sealed class Ear : IEar
{
    public List<string> Heard { get; } = [];

    public TimeProvider? Time { get; init; }

    public void Hear(string word) => Heard.Add(word);

    public async Task Ask(string word)
    {
        if (word == "error")
        {
            throw new FormatException("as asked");
        }

        Heard.Add(word + "?");
        if (Time is not null)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), Time);
        }

        Heard.Add(word + "!");
    }
}

public interface ISpeaker : IGrainWithStringKey, IGrainObserver
{
    Task Subscribe(IEar ear);

    Task Say(string word);
}

public sealed class SpeakerGrain : Grain, ISpeaker
{
    private readonly ObserverManager<IEar> _ears = new(TimeSpan.FromMinutes(5), NullLogger.Instance);

    public Task Subscribe(IEar ear)
    {
        _ears.Subscribe(ear, ear);
        return Task.CompletedTask;
    }

    public Task Say(string word)
    {
        _ears.Notify(ear => ear.Hear(word));
        return Task.CompletedTask;
    }
}
