namespace SupportGrid.Substitutes.Orleans.Engine.Copying;

/// <summary>Copies a value of which only a base type is known, by its own type.</summary>
/// <typeparam name="T">The base type.</typeparam>
internal sealed class PolymorphicCopier<T> : Copier<T>
    where T : class
{
    internal override T Copy(T value, CopyContext context)
    {
        var copier = DeepCopy.ForExact(value.GetType());
        return copier is null ? value : (T)copier.CopyObject(value, context);
    }
}
