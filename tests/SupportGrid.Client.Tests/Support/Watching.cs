
namespace SupportGrid.Client.Tests.Support;

/// <summary>Reads a watch step by step, letting its pauses pass.</summary>
internal sealed class Watching<TResponse>(
    IAsyncEnumerable<Watched<TResponse>> watch, ManualTime time, Func<TResponse, string> nameOf) : IAsyncDisposable
    where TResponse : class
{
    private static readonly TimeSpan PauseMost = TimeSpan.FromSeconds(2);

    private readonly IAsyncEnumerator<Watched<TResponse>> _steps = watch.GetAsyncEnumerator();

    /// <summary>The next step: a name, or "restart".</summary>
    public async Task<string> NextAsync() =>
        await MoveAsync().Within("the next response") ? Said() : "end";

    /// <summary>The next step, which comes after one pause.</summary>
    public async Task<string> NextAfterPauseAsync()
    {
        var moved = MoveAsync();
        await time.PassPauseAsync(PauseMost, moved);
        return await moved.Within("the next response after a pause") ? Said() : "end";
    }

    /// <summary>The next step that is under way.</summary>
    public Task<bool> MoveAsync() => _steps.MoveNextAsync().AsTask();

    public ValueTask DisposeAsync() => _steps.DisposeAsync();

    private string Said() => _steps.Current is { Restarted: true, Response: null }
        ? "restart"
        : nameOf(_steps.Current.Response!);
}
