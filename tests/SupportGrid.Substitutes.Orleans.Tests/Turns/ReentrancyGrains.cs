using Orleans.Serialization.Invocation;

namespace SupportGrid.Substitutes.Orleans.Tests.Turns;

public interface IMirror : IGrainWithStringKey
{
    Task CallBack(string other, bool allow);

    Task CallBackAfterSection(string other);

    Task CallMe(IMirror caller);

    Task Ordinary();

    Task Hold();

    Task HoldInSection();

    [AlwaysInterleave]
    Task Release();

    [AlwaysInterleave]
    Task<int> Peek();

    [ReadOnly]
    Task<int> ReadSlowly();

    Task<List<string>> Log();
}

public sealed class MirrorGrain(TimeProvider time) : Grain, IMirror
{
    private readonly TaskCompletionSource _released = new();
    private readonly List<string> _log = [];
    private int _reading;
    private int _readingMost;

    public async Task CallBack(string other, bool allow)
    {
        using var section = allow ? RequestContext.AllowCallChainReentrancy() : default(IDisposable);
        await GrainFactory.GetGrain<IMirror>(other).CallMe(this.AsReference<IMirror>());
    }

    public async Task CallBackAfterSection(string other)
    {
        using (RequestContext.AllowCallChainReentrancy())
        {
            await Task.Yield();
        }

        await GrainFactory.GetGrain<IMirror>(other).CallMe(this.AsReference<IMirror>());
    }

    public Task CallMe(IMirror caller) => caller.Ordinary();

    public Task Ordinary()
    {
        _log.Add("ordinary");
        return Task.CompletedTask;
    }

    public async Task Hold()
    {
        await _released.Task;
        _log.Add("held");
    }

    public async Task HoldInSection()
    {
        using var section = RequestContext.AllowCallChainReentrancy();
        await Hold();
    }

    public Task Release()
    {
        _released.TrySetResult();
        return Task.CompletedTask;
    }

    public Task<int> Peek() => Task.FromResult(_log.Count);

    public async Task<int> ReadSlowly()
    {
        _readingMost = Math.Max(_readingMost, ++_reading);
        await Task.Delay(TimeSpan.FromSeconds(1), time);
        _reading--;
        return _readingMost;
    }

    public Task<List<string>> Log() => Task.FromResult(_log);
}

public interface IOpenGate : IGrainWithStringKey
{
    Task Hold();

    Task Release();
}

[Reentrant]
public sealed class OpenGateGrain : Grain, IOpenGate
{
    private readonly TaskCompletionSource _released = new();

    public Task Hold() => _released.Task;

    public Task Release()
    {
        _released.TrySetResult();
        return Task.CompletedTask;
    }
}

public interface ISelectiveGate : IGrainWithStringKey
{
    Task Hold();

    Task Release(string word);
}

[MayInterleave(nameof(IsTheWord))]
public sealed class SelectiveGateGrain : Grain, ISelectiveGate
{
    private TaskCompletionSource _released = new();

    public static bool IsTheWord(IInvokable call) =>
        call.GetMethodName() == nameof(Release) && (string?)call.GetArgument(0) == "key";

    public Task Hold() => _released.Task;

    public Task Release(string word)
    {
        _released.TrySetResult();
        _released = new();
        return Task.CompletedTask;
    }
}
