using System.Runtime.CompilerServices;

namespace SupportGrid.Substitutes.Orleans.Tests.Calls;

public interface IStreamer : IGrainWithStringKey
{
    IAsyncEnumerable<int> Count(int count, int failAt);

    IAsyncEnumerable<int> Ticks(CancellationToken cancellationToken = default);

    Task<int> Ticked();

    Task<bool> IsDisposed();

    Task End();
}

public sealed class StreamerGrain(TimeProvider time) : Grain, IStreamer
{
    private int _ticked;
    private bool _isDisposed;

    public async IAsyncEnumerable<int> Count(int count, int failAt)
    {
        for (var i = 0; i < count; i++)
        {
            if (i == failAt)
            {
                throw new FormatException("as asked");
            }

            if (i % 2 == 0)
            {
                await Task.Yield();
            }

            yield return i;
        }
    }

    public async IAsyncEnumerable<int> Ticks([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        try
        {
            while (true)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken);
                yield return ++_ticked;
            }
        }
        finally
        {
            _isDisposed = true;
        }
    }

    public Task<int> Ticked() => Task.FromResult(_ticked);

    public Task<bool> IsDisposed() => Task.FromResult(_isDisposed);

    public Task End()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
