using Microsoft.Extensions.DependencyInjection;

namespace SupportGrid.Substitutes.Orleans.Tests.Turns;

public interface ICounter : IGrainWithStringKey
{
    Task AddSlowly();

    Task AddAfter(TimeSpan wait);

    Task<int> Get();

    Task Note(int number);

    Task<List<int>> Notes();

    Task<bool> StaysOnScheduler();

    Task Throw();

    [ResponseTimeout("00:00:02")]
    Task Impatient();

    [OneWay]
    Task AddOneWay();
}

public sealed class CounterGrain(TimeProvider time) : Grain, ICounter
{
    private readonly List<int> _notes = [];
    private int _count;

    public async Task AddSlowly()
    {
        var before = _count;
        await Task.Yield();
        _count = before + 1;
    }

    public async Task AddAfter(TimeSpan wait)
    {
        await Task.Delay(wait, time);
        _count++;
    }

    public Task<int> Get() => Task.FromResult(_count);

    public Task Note(int number)
    {
        _notes.Add(number);
        return Task.CompletedTask;
    }

    public Task<List<int>> Notes() => Task.FromResult(_notes);

    public async Task<bool> StaysOnScheduler()
    {
        var scheduler = TaskScheduler.Current;
        await Task.Yield();
        var afterYield = TaskScheduler.Current;
        await GrainFactory.GetGrain<ICounter>("other").Get();
        return scheduler != TaskScheduler.Default && scheduler == afterYield && scheduler == TaskScheduler.Current
            && ReferenceEquals(ServiceProvider.GetRequiredService<IGrainContextAccessor>().GrainContext, GrainContext);
    }

    public async Task Throw()
    {
        await Task.Yield();
        throw new FormatException("as asked");
    }

    public Task Impatient() => Task.Delay(TimeSpan.FromHours(1), time);

    public Task AddOneWay()
    {
        _count++;
        return Task.CompletedTask;
    }
}
