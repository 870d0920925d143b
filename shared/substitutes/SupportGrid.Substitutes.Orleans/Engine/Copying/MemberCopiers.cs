using System.Runtime.CompilerServices;

namespace SupportGrid.Substitutes.Orleans.Engine.Copying;

/// <summary>Copies an object by cloning it and then copying what its fields refer to.</summary>
/// <typeparam name="T">The class.</typeparam>
internal sealed class ClassCopier<T> : ObjectCopier<T>
    where T : class
{
    private readonly Action<T, CopyContext> _copyFields = FieldCopying.ForClass<T>();

    protected override T CopyNew(T value, CopyContext context)
    {
        var copy = (T)Clone(value);
        context.Record(value, copy);
        _copyFields(copy, context);
        return copy;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = nameof(MemberwiseClone))]
    private static extern object Clone(object value);
}

/// <summary>Copies a value type by copying what its fields refer to.</summary>
/// <typeparam name="T">The value type.</typeparam>
internal sealed class StructCopier<T> : Copier<T>
    where T : struct
{
    private readonly StructFieldCopying<T> _copyFields = FieldCopying.ForStruct<T>();

    internal override T Copy(T value, CopyContext context)
    {
        _copyFields(ref value, context);
        return value;
    }
}

/// <summary>Replaces what the fields of a value refer to by copies.</summary>
internal delegate void StructFieldCopying<T>(ref T value, CopyContext context)
    where T : struct;
