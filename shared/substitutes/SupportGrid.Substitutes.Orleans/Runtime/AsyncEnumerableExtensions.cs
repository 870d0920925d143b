using SupportGrid.Substitutes.Orleans.Engine;

namespace Orleans.Runtime;

/// <summary>How much of an async enumerable travels at once.</summary>
public static class AsyncEnumerableExtensions
{
    /// <summary>Lets at most <paramref name="maxBatchSize"/> items travel at once. Default: 100.</summary>
    public static IAsyncEnumerable<T> WithBatchSize<T>(this IAsyncEnumerable<T> self, int maxBatchSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxBatchSize);
        return self is IBatchedEnumerable<T> batched ? batched.WithBatchSize(maxBatchSize) : self;
    }
}
