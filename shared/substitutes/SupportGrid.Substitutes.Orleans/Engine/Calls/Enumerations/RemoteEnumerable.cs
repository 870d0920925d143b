namespace SupportGrid.Substitutes.Orleans.Engine.Calls.Enumerations;

/// <summary>What a caller gets from a grain method that returns an async enumerable.</summary>
internal sealed class RemoteEnumerable<TArgs, TItem>(
    GrainReference target, GrainMethod<TArgs, TItem> method, TArgs arguments, int batchSize = 100)
    : IBatchedEnumerable<TItem>, IAsyncEnumerable<TItem>
    where TArgs : struct
{
    public IAsyncEnumerable<TItem> WithBatchSize(int maxBatchSize) =>
        new RemoteEnumerable<TArgs, TItem>(target, method, arguments, maxBatchSize);

    public IAsyncEnumerator<TItem> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var source = new GrainEnumeration<TArgs, TItem>(method, method.CopyArguments(arguments), batchSize);
        return new RemoteEnumerator<TItem>(target, source, method.Token(arguments), cancellationToken);
    }
}
