using SupportGrid.Substitutes.Orleans.Engine.Turns;

namespace SupportGrid.Substitutes.Orleans.Engine.Calls.Enumerations;

/// <summary>Reads an enumeration that runs in a grain, a batch at a time.</summary>
/// <remarks>
/// The grain's enumerator lives in the activation that gave the first batch and moves in its turns, interleaved with
/// calls. Disposing ends it there, so that its <c>finally</c> runs.
/// </remarks>
internal sealed class RemoteEnumerator<TItem> : IAsyncEnumerator<TItem>
{
    private readonly GrainReference _target;
    private readonly IGrainEnumeration<TItem> _source;
    private readonly CancellationTokenSource _cancellation;
    private EnumerationBatch<TItem> _batch = new([], IsLast: false, null);
    private int _position = -1;

    internal RemoteEnumerator(
        GrainReference target,
        IGrainEnumeration<TItem> source,
        CancellationToken ofMethod,
        CancellationToken ofEnumerator)
    {
        _target = target;
        _source = source;
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(ofMethod, ofEnumerator);
    }

    public TItem Current => _batch.Items[_position];

    public async ValueTask<bool> MoveNextAsync()
    {
        while (++_position >= _batch.Items.Count)
        {
            if (_batch.IsLast)
            {
                _batch.ThrowIfFailed();
                return false;
            }

            _cancellation.Token.ThrowIfCancellationRequested();
            _batch = await Run(_source.ReadAsync);
            _position = -1;
        }

        return true;
    }

    public async ValueTask DisposeAsync()
    {
        if (_source.Mailbox is { } mailbox && !_batch.IsLast)
        {
            var step = new EnumerationStep<bool>(_target, _source.Name, _source.EndAsync);
            if (mailbox.TryPost(step))
            {
                await step.Answer;
            }
        }

        _cancellation.Dispose();
    }

    private async Task<EnumerationBatch<TItem>> Run(Func<Mailbox, Task<EnumerationBatch<TItem>>> work)
    {
        var step = new EnumerationStep<EnumerationBatch<TItem>>(_target, _source.Name, work)
        {
            Context = RequestContext.Values,
            IsFirst = _source.Mailbox is null,
        };
        if (_source.Mailbox is not { } mailbox)
        {
            _target.Engine.Post(_target, step);
        }
        else if (!mailbox.TryPost(step))
        {
            throw Aborted();
        }

        try
        {
            return await step.Answer.WaitAsync(_cancellation.Token);
        }
        catch (OrleansMessageRejectionException) when (_source.Mailbox is not null)
        {
            throw Aborted();
        }
    }

    private EnumerationAbortedException Aborted() => new($"{_source.Name}: {_target.GrainId} was deactivated.");
}
