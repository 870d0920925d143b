namespace SupportGrid.Substitutes.Orleans.Engine.Copying;

/// <summary>Lets references travel as they are, and grains as references to them.</summary>
/// <typeparam name="T">A grain or observer interface.</typeparam>
internal sealed class AddressableCopier<T> : Copier<T>
    where T : class
{
    internal override T Copy(T value, CopyContext context) => value switch
    {
        GrainReference => value,
        IGrainBase grain => (T)grain.GrainContext.GrainReference.Cast(typeof(T)),
        _ => throw new ArgumentException(
            $"{value.GetType()} cannot be passed as {typeof(T)}: make a reference with CreateObjectReference first."),
    };
}
