using SupportGrid.Substitutes.Orleans.Engine.Activations;
using SupportGrid.Substitutes.Orleans.Engine.Turns;

namespace SupportGrid.Substitutes.Orleans.Engine.Calls.Enumerations;

/// <inheritdoc/>
internal sealed class GrainEnumeration<TArgs, TItem>(GrainMethod<TArgs, TItem> method, TArgs arguments, int batchSize)
    : IGrainEnumeration<TItem>, IActivationEnumeration
    where TArgs : struct
{
    private readonly CancellationTokenSource _ending = new();
    private IAsyncEnumerator<TItem>? _items;
    private Task<bool>? _move;
    private bool _isReading;
    private bool _isAborted;

    public string Name => method.ActivityName;

    public Mailbox? Mailbox { get; private set; }

    public async Task<EnumerationBatch<TItem>> ReadAsync(Mailbox mailbox)
    {
        var items = new List<TItem>();
        try
        {
            _isReading = true;
            Begin(mailbox);
            while (items.Count < batchSize)
            {
                var move = _move ?? _items!.MoveNextAsync().AsTask();
                _move = move;
                if (items.Count != 0 && !move.IsCompleted)
                {
                    break;
                }

                var isMore = await move;
                _move = null;
                if (!isMore)
                {
                    await EndAsync(mailbox);
                    return new(items, IsLast: true, null);
                }

                items.Add(method.CopyResult(_items!.Current));
            }

            return new(items, IsLast: false, null);
        }
#pragma warning disable CA1031 // It arrives at the caller after the items that came before it.
        catch (Exception error)
#pragma warning restore CA1031
        {
            await EndAsync(mailbox);
            return new(items, IsLast: true, _isAborted ? Aborted() : error);
        }
        finally
        {
            _isReading = false;
        }
    }

    public async Task<bool> EndAsync(Mailbox mailbox)
    {
        if (_items is not { } items)
        {
            return false;
        }

        _items = null;
        (mailbox as Activation)?.Remove(this);
#pragma warning disable CA1849 // CancelAsync would run the callbacks outside this grain's turns.
        _ending.Cancel();
#pragma warning restore CA1849
        await WhenStill();
        await items.DisposeAsync();
        _ending.Dispose();
        return true;
    }

    /// <summary>The activation ends: readers learn that the enumeration was cut off.</summary>
    public void Abort()
    {
        _isAborted = true;
        if (_isReading)
        {
            _ending.Cancel();
        }
        else
        {
            _ = EndAsync(Mailbox!);
        }
    }

    private void Begin(Mailbox mailbox)
    {
        if (Mailbox is not null)
        {
            return;
        }

        Mailbox = mailbox;
        var own = method.TokenIndex < 0 ? arguments : method.WithToken(arguments, _ending.Token);
        _items = ((IAsyncEnumerable<TItem>)method.Invoke(((IInvocationTarget)mailbox).Instance, own))
            .GetAsyncEnumerator(_ending.Token);
        (mailbox as Activation)?.Add(this);
    }

    /// <summary>An enumerator must not be disposed while it moves; how the move ends no longer matters.</summary>
    private async Task WhenStill()
    {
        if (_move is { } move)
        {
            await move.ContinueWith(
                static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Current);
        }
    }

    private EnumerationAbortedException Aborted() => new($"{Name}: the grain was deactivated.");
}
