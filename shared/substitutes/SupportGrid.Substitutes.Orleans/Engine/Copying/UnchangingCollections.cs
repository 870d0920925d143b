using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;

namespace SupportGrid.Substitutes.Orleans.Engine.Copying;

/// <summary>Copies collections that cannot change but whose items can.</summary>
internal static class UnchangingCollections
{
    internal static Copier Array<T>() => new ValueCopier<ImmutableArray<T>>(static (old, context) =>
        old.IsDefaultOrEmpty ? old : [.. old.Select(item => CopierOf<T>.Copy(item, context))]);

    internal static Copier List<T>() =>
        new SequenceCopier<ImmutableList<T>, T>(static (_, items) => ImmutableList.CreateRange(items));

    internal static Copier Queue<T>() =>
        new SequenceCopier<ImmutableQueue<T>, T>(static (_, items) => ImmutableQueue.CreateRange(items));

    internal static Copier Stack<T>() =>
        new SequenceCopier<ImmutableStack<T>, T>(static (_, items) => ImmutableStack.CreateRange(items.Reverse()));

    internal static Copier HashSet<T>() => new SequenceCopier<ImmutableHashSet<T>, T>(
        static (old, items) => ImmutableHashSet.CreateRange(old.KeyComparer, items));

    internal static Copier SortedSet<T>() => new SequenceCopier<ImmutableSortedSet<T>, T>(
        static (old, items) => ImmutableSortedSet.CreateRange(old.KeyComparer, items));

    internal static Copier Dictionary<TKey, TValue>()
        where TKey : notnull => new SequenceCopier<ImmutableDictionary<TKey, TValue>, KeyValuePair<TKey, TValue>>(
            static (old, items) => ImmutableDictionary.CreateRange(old.KeyComparer, old.ValueComparer, items));

    internal static Copier SortedDictionary<TKey, TValue>()
        where TKey : notnull => new SequenceCopier<ImmutableSortedDictionary<TKey, TValue>, KeyValuePair<TKey, TValue>>(
            static (old, items) => ImmutableSortedDictionary.CreateRange(old.KeyComparer, old.ValueComparer, items));

    internal static Copier FrozenSet<T>() => new SequenceCopier<FrozenSet<T>, T>(
        static (old, items) => items.ToFrozenSet(old.Comparer));

    internal static Copier FrozenDictionary<TKey, TValue>()
        where TKey : notnull => new SequenceCopier<FrozenDictionary<TKey, TValue>, KeyValuePair<TKey, TValue>>(
            static (old, items) => items.ToFrozenDictionary(old.Comparer));

    internal static Copier ReadOnlyCollection<T>() => new SequenceCopier<ReadOnlyCollection<T>, T>(
        static (_, items) => new ReadOnlyCollection<T>([.. items]));

    internal static Copier Collection<T>() => new SequenceCopier<Collection<T>, T>(
        static (_, items) => new Collection<T>([.. items]));

    internal static Copier ReadOnlyDictionary<TKey, TValue>()
        where TKey : notnull => new SequenceCopier<ReadOnlyDictionary<TKey, TValue>, KeyValuePair<TKey, TValue>>(
            static (_, items) => new ReadOnlyDictionary<TKey, TValue>(new Dictionary<TKey, TValue>(items)));
}
