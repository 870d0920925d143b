using Microsoft.Extensions.DependencyInjection;

namespace SupportGrid.Substitutes.Orleans.Tests.Calls;

public sealed class FilterTests
{
    [Fact]
    public void Filters_run_around_a_call_in_the_order_in_which_they_were_added()
    {
        var log = new List<string>();
        using var cluster = Sim.New(silo => silo
            .AddOutgoingGrainCallFilter(context => Logged("out", context))
            .AddIncomingGrainCallFilter(context => Logged("in 1", context))
            .AddIncomingGrainCallFilter(context => Logged("in 2", context)));

        cluster.Run(() => cluster.Grain<IFiltered>("f").Say("x"));

        Assert.Equal(["out>", "in 1>", "in 2>", "in 2<", "in 1<", "out<"], log);

        async Task Logged(string name, IGrainCallContext context)
        {
            log.Add(name + ">");
            await context.Invoke();
            log.Add(name + "<");
        }
    }

    [Fact]
    public void Filters_may_change_arguments_and_results_at_both_ends()
    {
        using var cluster = Sim.New(silo => silo
            .AddOutgoingGrainCallFilter(context => Changed("o", context))
            .AddIncomingGrainCallFilter(context => Changed("i", context)));

        Assert.Equal("said xoiio", cluster.Run(() => cluster.Grain<IFiltered>("f").Say("x")));

        static async Task Changed(string mark, IGrainCallContext context)
        {
            context.Request.SetArgument(0, (string?)context.Request.GetArgument(0) + mark);
            await context.Invoke();
            context.Result = (string?)context.Result + mark;
        }
    }

    [Fact]
    public void A_filter_may_answer_in_place_of_the_grain()
    {
        using var cluster = Sim.New(silo => silo.AddIncomingGrainCallFilter(context =>
        {
            context.Result = "no";
            return Task.CompletedTask;
        }));

        Assert.Equal("no", cluster.Run(() => cluster.Grain<IFiltered>("f").Say("x")));
    }

    [Fact]
    public void A_filter_sees_who_calls_what()
    {
        IIncomingGrainCallContext? seen = null;
        using var cluster = Sim.New(silo => silo.AddIncomingGrainCallFilter(context =>
        {
            seen = context;
            return context.Invoke();
        }));

        cluster.Run(() => cluster.Grain<IFiltered>("f").AskOther("g"));

        Assert.Equal(nameof(IFiltered.AskOther), seen!.MethodName);
        Assert.Null(seen.SourceId);
        Assert.Equal("filtered/f", seen.TargetId.ToString());
        Assert.Equal(typeof(FilteredGrain), seen.ImplementationMethod.DeclaringType);
        Assert.IsType<FilteredGrain>(seen.Grain);
    }

    [Fact]
    public void An_exception_of_the_grain_passes_through_filters()
    {
        using var cluster = Sim.New(silo => silo
            .AddOutgoingGrainCallFilter(context => context.Invoke())
            .AddIncomingGrainCallFilter(context => context.Invoke()));

        cluster.Fails<FormatException>(() => cluster.Grain<IFiltered>("f").Fail());
    }

    [Fact]
    public void A_grain_may_be_its_own_filter()
    {
        using var cluster = Sim.New();

        Assert.Equal(1, cluster.Run(() => cluster.GrainFactory.GetGrain<ISelfFiltered>("s").Count()));
    }

    [Fact]
    public void Filters_are_built_from_services()
    {
        var log = new List<string>();
        using var cluster = Sim.New(silo =>
        {
            silo.Services.AddSingleton(log);
            silo.AddIncomingGrainCallFilter<LoggingFilter>();
        });

        cluster.Run(() => cluster.Grain<IFiltered>("f").Say("x"));

        Assert.Equal([nameof(IFiltered.Say)], log);
    }
}

internal sealed class LoggingFilter(List<string> log) : IIncomingGrainCallFilter
{
    public Task Invoke(IIncomingGrainCallContext context)
    {
        log.Add(context.MethodName);
        return context.Invoke();
    }
}

public interface IFiltered : IGrainWithStringKey
{
    Task<string> Say(string word);

    Task<string> AskOther(string other);

    Task Fail();
}

public sealed class FilteredGrain : Grain, IFiltered
{
    public Task<string> Say(string word) => Task.FromResult("said " + word);

    public Task<string> AskOther(string other) => Task.FromResult(other);

    public Task Fail() => Task.FromException(new FormatException("as asked"));
}

public interface ISelfFiltered : IGrainWithStringKey
{
    Task<int> Count();
}

public sealed class SelfFilteredGrain : Grain, ISelfFiltered, IIncomingGrainCallFilter
{
    private int _count;

    public Task<int> Count() => Task.FromResult(_count);

    public Task Invoke(IIncomingGrainCallContext context)
    {
        _count++;
        return context.Invoke();
    }
}
