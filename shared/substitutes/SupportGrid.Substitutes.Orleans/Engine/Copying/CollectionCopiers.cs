namespace SupportGrid.Substitutes.Orleans.Engine.Copying;

internal sealed class ArrayCopier<T> : ObjectCopier<T[]>
{
    protected override T[] CopyNew(T[] value, CopyContext context)
    {
        var copy = (T[])value.Clone();
        context.Record(value, copy);
        if (CopierOf<T>.Instance is not null)
        {
            for (var i = 0; i < copy.Length; i++)
            {
                copy[i] = CopierOf<T>.Copy(copy[i], context);
            }
        }

        return copy;
    }
}

internal sealed class ListCopier<T> : ObjectCopier<List<T>>
{
    protected override List<T> CopyNew(List<T> value, CopyContext context)
    {
        if (CopierOf<T>.Instance is null)
        {
            var shallow = new List<T>(value);
            context.Record(value, shallow);
            return shallow;
        }

        var copy = new List<T>(value.Count);
        context.Record(value, copy);
        foreach (var item in value)
        {
            copy.Add(CopierOf<T>.Copy(item, context));
        }

        return copy;
    }
}

internal sealed class DictionaryCopier<TKey, TValue> : ObjectCopier<Dictionary<TKey, TValue>>
    where TKey : notnull
{
    protected override Dictionary<TKey, TValue> CopyNew(Dictionary<TKey, TValue> value, CopyContext context)
    {
        var copy = new Dictionary<TKey, TValue>(value.Count, value.Comparer);
        context.Record(value, copy);
        foreach (var (key, item) in value)
        {
            copy.Add(CopierOf<TKey>.Copy(key, context), CopierOf<TValue>.Copy(item, context));
        }

        return copy;
    }
}

internal sealed class SortedDictionaryCopier<TKey, TValue> : ObjectCopier<SortedDictionary<TKey, TValue>>
    where TKey : notnull
{
    protected override SortedDictionary<TKey, TValue> CopyNew(SortedDictionary<TKey, TValue> value, CopyContext context)
    {
        var copy = new SortedDictionary<TKey, TValue>(value.Comparer);
        context.Record(value, copy);
        foreach (var (key, item) in value)
        {
            copy.Add(CopierOf<TKey>.Copy(key, context), CopierOf<TValue>.Copy(item, context));
        }

        return copy;
    }
}

/// <summary>Copies a collection by making a new one from copies of the items, in order.</summary>
internal sealed class SequenceCopier<TCollection, TItem>(Func<TCollection, IEnumerable<TItem>, TCollection> create)
    : ObjectCopier<TCollection>
    where TCollection : class, IEnumerable<TItem>
{
    protected override TCollection CopyNew(TCollection value, CopyContext context)
    {
        var items = new List<TItem>();
        foreach (var item in value)
        {
            items.Add(CopierOf<TItem>.Copy(item, context));
        }

        var copy = create(value, items);
        context.Record(value, copy);
        return copy;
    }
}

/// <summary>Copies a value type with a delegate.</summary>
internal sealed class ValueCopier<T>(Func<T, CopyContext, T> copy) : Copier<T>
{
    internal override T Copy(T value, CopyContext context) => copy(value, context);
}

internal sealed class NullableCopier<T> : Copier<T?>
    where T : struct
{
    internal override T? Copy(T? value, CopyContext context) => CopierOf<T>.Copy(value!.Value, context);
}

/// <summary>Copies the wrapped collections that cannot be built from a sequence by one rule.</summary>
internal static class ChangingCollections
{
    internal static Copier HashSet<T>() =>
        new SequenceCopier<HashSet<T>, T>(static (old, items) => new HashSet<T>(items, old.Comparer));

    internal static Copier SortedSet<T>() =>
        new SequenceCopier<SortedSet<T>, T>(static (old, items) => new SortedSet<T>(items, old.Comparer));

    internal static Copier Queue<T>() => new SequenceCopier<Queue<T>, T>(static (_, items) => new Queue<T>(items));

    internal static Copier Stack<T>() =>
        new SequenceCopier<Stack<T>, T>(static (_, items) => new Stack<T>(items.Reverse()));

    internal static Copier LinkedList<T>() =>
        new SequenceCopier<LinkedList<T>, T>(static (_, items) => new LinkedList<T>(items));

    internal static Copier Memory<T>() => new ValueCopier<Memory<T>>(static (old, context) =>
        CopierOf<T[]>.Copy(old.ToArray(), context));

    internal static Copier ReadOnlyMemory<T>() => new ValueCopier<ReadOnlyMemory<T>>(static (old, context) =>
        CopierOf<T[]>.Copy(old.ToArray(), context));

    internal static Copier ArraySegment<T>() => new ValueCopier<ArraySegment<T>>(static (old, context) =>
        new ArraySegment<T>(CopierOf<T[]>.Copy(old.ToArray(), context)));
}
