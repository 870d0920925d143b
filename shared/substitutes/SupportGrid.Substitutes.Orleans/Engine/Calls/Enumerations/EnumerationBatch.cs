using System.Runtime.ExceptionServices;

namespace SupportGrid.Substitutes.Orleans.Engine.Calls.Enumerations;

/// <summary>Items that travel together, and how the enumeration ended if it did.</summary>
internal sealed record EnumerationBatch<TItem>(IReadOnlyList<TItem> Items, bool IsLast, Exception? Error)
{
    internal void ThrowIfFailed()
    {
        if (Error is not null)
        {
            ExceptionDispatchInfo.Throw(Error);
        }
    }
}
