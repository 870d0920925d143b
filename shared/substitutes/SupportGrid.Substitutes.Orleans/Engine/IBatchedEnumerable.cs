namespace SupportGrid.Substitutes.Orleans.Engine;

/// <summary>An async enumerable whose items travel in batches.</summary>
internal interface IBatchedEnumerable<out T>
{
    IAsyncEnumerable<T> WithBatchSize(int maxBatchSize);
}
