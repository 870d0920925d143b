using System.Reflection;
using System.Reflection.Emit;

namespace SupportGrid.Substitutes.Orleans.Engine.Calls;

/// <summary>
/// Emits, per interface, the class whose objects are references: each method packs its arguments and calls.
/// </summary>
internal static class ReferenceEmitter
{
    private const string AssemblyName = "SupportGrid.Substitutes.Orleans.References";

    private static readonly Lock s_gate = new();
    private static readonly AssemblyBuilder s_assembly =
        AssemblyBuilder.DefineDynamicAssembly(new AssemblyName(AssemblyName), AssemblyBuilderAccess.Run);
    private static readonly ModuleBuilder s_module = s_assembly.DefineDynamicModule(AssemblyName);
    private static readonly HashSet<string> s_opened = [];
    private static readonly ConstructorInfo s_ignoresAccessChecks = DefineIgnoresAccessChecks();
    private static readonly Type[] s_parameters = [typeof(GrainEngine), typeof(GrainId), typeof(InterfaceModel)];
    private static readonly ConstructorInfo s_baseConstructor = typeof(GrainReference).GetConstructor(
        BindingFlags.Instance | BindingFlags.NonPublic, s_parameters)!;

    private static int s_count;

    internal static Func<GrainEngine, GrainId, InterfaceModel, GrainReference> Emit(
        Type interfaceType, GrainMethod[] methods)
    {
        lock (s_gate)
        {
            Open(typeof(GrainReference).Assembly);
            Open(interfaceType);
            var type = s_module.DefineType(
                $"{interfaceType.Name}Reference{++s_count}",
                TypeAttributes.Public | TypeAttributes.Sealed | TypeAttributes.Class,
                typeof(GrainReference),
                [interfaceType]);
            EmitConstructor(type);
            for (var index = 0; index < methods.Length; index++)
            {
                EmitMethod(type, methods[index], index);
            }

            return Creator(type.CreateType());
        }
    }

    private static void EmitConstructor(TypeBuilder type)
    {
        var code = type.DefineConstructor(MethodAttributes.Public, CallingConventions.HasThis, s_parameters)
            .GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldarg_1);
        code.Emit(OpCodes.Ldarg_2);
        code.Emit(OpCodes.Ldarg_3);
        code.Emit(OpCodes.Call, s_baseConstructor);
        code.Emit(OpCodes.Ret);
    }

    private static void EmitMethod(TypeBuilder type, GrainMethod model, int index)
    {
        Type[] parameters = [.. model.Parameters.Select(parameter => parameter.ParameterType)];
        var method = type.DefineMethod(
            $"{model.Method.DeclaringType!.FullName}.{model.Method.Name}",
            MethodAttributes.Private | MethodAttributes.Final | MethodAttributes.HideBySig | MethodAttributes.NewSlot
                | MethodAttributes.Virtual,
            model.Method.ReturnType,
            parameters);
        var code = method.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldc_I4, index);
        for (var i = 0; i < parameters.Length; i++)
        {
            code.Emit(OpCodes.Ldarg, (short)(i + 1));
        }

        EmitPacking(code, MethodCompiler.TupleType(parameters));
        code.Emit(OpCodes.Call, Caller(model));
        code.Emit(OpCodes.Ret);
        type.DefineMethodOverride(method, model.Method);
    }

    /// <summary>The arguments are on the stack: the innermost tuple takes the last of them first.</summary>
    private static void EmitPacking(ILGenerator code, Type tuple)
    {
        if (tuple == typeof(ValueTuple))
        {
            var empty = code.DeclareLocal(tuple);
            code.Emit(OpCodes.Ldloc, empty);
            return;
        }

        var items = tuple.GetGenericArguments();
        if (items.Length == 8)
        {
            EmitPacking(code, items[7]);
        }

        code.Emit(OpCodes.Newobj, tuple.GetConstructors()[0]);
    }

    private static MethodInfo Caller(GrainMethod model)
    {
        var arguments = model.GetType().GetGenericArguments();
        var caller = typeof(GrainReference).GetMethod(
            ReturnShape.Of(model.InterfaceType, model.Method).Caller, BindingFlags.Instance | BindingFlags.NonPublic)!;
        return caller.MakeGenericMethod(arguments[..caller.GetGenericArguments().Length]);
    }

    private static Func<GrainEngine, GrainId, InterfaceModel, GrainReference> Creator(Type type)
    {
        var method = new DynamicMethod("Create", typeof(GrainReference), s_parameters, type.Module, true);
        var code = method.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldarg_1);
        code.Emit(OpCodes.Ldarg_2);
        code.Emit(OpCodes.Newobj, type.GetConstructor(s_parameters)!);
        code.Emit(OpCodes.Ret);
        return method.CreateDelegate<Func<GrainEngine, GrainId, InterfaceModel, GrainReference>>();
    }

    /// <summary>Lets emitted code use the internal types that an interface mentions.</summary>
    private static void Open(Type type)
    {
        Open(type.Assembly);
        foreach (var argument in type.GetGenericArguments())
        {
            Open(argument);
        }

        foreach (var method in type.GetInterfaces().Append(type).SelectMany(declaring => declaring.GetMethods()))
        {
            Open(method.ReturnType.Assembly);
            foreach (var mentioned in Mentioned(method))
            {
                Open(mentioned.Assembly);
            }
        }
    }

    private static IEnumerable<Type> Mentioned(MethodInfo method) => method.GetParameters()
        .Select(parameter => parameter.ParameterType)
        .Append(method.ReturnType)
        .SelectMany(type => type.GetGenericArguments().Append(type));

    private static void Open(Assembly assembly)
    {
        var name = assembly.GetName().Name!;
        if (s_opened.Add(name))
        {
            s_assembly.SetCustomAttribute(new CustomAttributeBuilder(s_ignoresAccessChecks, [name]));
        }
    }

    /// <summary>The runtime honours an attribute of this name wherever it is defined.</summary>
    private static ConstructorInfo DefineIgnoresAccessChecks()
    {
        var type = s_module.DefineType(
            "System.Runtime.CompilerServices.IgnoresAccessChecksToAttribute",
            TypeAttributes.Public | TypeAttributes.Sealed,
            typeof(Attribute));
        var constructor = type.DefineConstructor(MethodAttributes.Public, CallingConventions.HasThis, [typeof(string)]);
        var code = constructor.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Call, typeof(Attribute).GetConstructor(
            BindingFlags.Instance | BindingFlags.NonPublic, Type.EmptyTypes)!);
        code.Emit(OpCodes.Ret);
        return type.CreateType().GetConstructor([typeof(string)])!;
    }
}
