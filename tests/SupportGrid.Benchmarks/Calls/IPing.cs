namespace SupportGrid.Benchmarks.Calls;

public interface IPing : IGrainWithStringKey
{
    Task<int> Ping(int number);
}

public sealed class PingGrain : Grain, IPing
{
    public Task<int> Ping(int number) => Task.FromResult(number + 1);
}
