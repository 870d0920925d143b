namespace SupportGrid.Substitutes.Orleans.Engine.Copying;

/// <summary>Copies values of one type deeply.</summary>
internal abstract class Copier
{
    internal abstract object CopyObject(object value, CopyContext context);
}

/// <inheritdoc/>
/// <typeparam name="T">The type.</typeparam>
internal abstract class Copier<T> : Copier
{
    /// <summary>A deep copy. <paramref name="value"/> is not null.</summary>
    internal abstract T Copy(T value, CopyContext context);

    internal sealed override object CopyObject(object value, CopyContext context) => Copy((T)value, context)!;
}

/// <summary>Copies objects, each once per context.</summary>
/// <typeparam name="T">The type.</typeparam>
internal abstract class ObjectCopier<T> : Copier<T>
    where T : class
{
    internal sealed override T Copy(T value, CopyContext context) =>
        context.TryGet(value, out var copy) ? (T)copy : CopyNew(value, context);

    /// <summary>Makes the copy and records it before it copies what the object refers to.</summary>
    protected abstract T CopyNew(T value, CopyContext context);
}
