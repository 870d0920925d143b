using System.Reflection;
using System.Reflection.Emit;

namespace SupportGrid.Substitutes.Orleans.Engine.Copying;

/// <summary>Compiles the code that replaces what the fields of a fresh clone refer to by copies.</summary>
internal static class FieldCopying
{
    internal static Action<T, CopyContext> ForClass<T>()
        where T : class => Compile(typeof(T), typeof(T)).CreateDelegate<Action<T, CopyContext>>();

    internal static StructFieldCopying<T> ForStruct<T>()
        where T : struct =>
        Compile(typeof(T), typeof(T).MakeByRefType()).CreateDelegate<StructFieldCopying<T>>();

    /// <summary>Emitted, because an expression tree cannot assign the read-only fields that records have.</summary>
    private static DynamicMethod Compile(Type type, Type parameter)
    {
        var method = new DynamicMethod(
            $"CopyFieldsOf{type.Name}", null, [parameter, typeof(CopyContext)], typeof(FieldCopying).Module, true);
        var code = method.GetILGenerator();
        foreach (var field in SerializedMembers.AllFields(type))
        {
            if (!SerializedMembers.Travels(field))
            {
                EmitReset(code, field);
            }
            else if (!Shareability.IsShared(field))
            {
                EmitCopy(code, field);
            }
        }

        code.Emit(OpCodes.Ret);
        return method;
    }

    private static void EmitCopy(ILGenerator code, FieldInfo field)
    {
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldfld, field);
        code.Emit(OpCodes.Ldarg_1);
        code.Emit(OpCodes.Call, DeepCopy.MethodFor(field.FieldType));
        code.Emit(OpCodes.Stfld, field);
    }

    private static void EmitReset(ILGenerator code, FieldInfo field)
    {
        var empty = code.DeclareLocal(field.FieldType);
        code.Emit(OpCodes.Ldloca, empty);
        code.Emit(OpCodes.Initobj, field.FieldType);
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldloc, empty);
        code.Emit(OpCodes.Stfld, field);
    }
}
