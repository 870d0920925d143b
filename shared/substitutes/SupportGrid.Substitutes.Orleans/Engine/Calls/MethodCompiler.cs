using System.Linq.Expressions;
using System.Reflection;
using SupportGrid.Substitutes.Orleans.Engine.Copying;

namespace SupportGrid.Substitutes.Orleans.Engine.Calls;

/// <summary>Compiles what a call needs, once per method, so that a call itself needs no reflection.</summary>
internal static class MethodCompiler
{
    /// <summary>How many items a value tuple has before it continues in another one.</summary>
    private const int TupleItems = 7;

    /// <summary>Calls the method and turns whatever task it gives into a <see cref="Task"/>.</summary>
    internal static Func<object, TArgs, object> Invoker<TArgs>(GrainMethod method)
    {
        var target = Expression.Parameter(typeof(object));
        var arguments = Expression.Parameter(typeof(TArgs));
        Expression call = Expression.Call(
            Expression.Convert(target, method.Method.DeclaringType!),
            method.Method,
            method.Parameters.Select((_, index) => Item(arguments, index)));
        return Expression.Lambda<Func<object, TArgs, object>>(AsObject(call), target, arguments).Compile();
    }

    /// <summary>Null when all arguments are shared.</summary>
    internal static Func<TArgs, CopyContext, TArgs>? ArgumentsCopier<TArgs>(GrainMethod method)
    {
        if (method.Parameters.All(IsShared))
        {
            return null;
        }

        var arguments = Expression.Parameter(typeof(TArgs));
        var context = Expression.Parameter(typeof(CopyContext));
        var copies = method.Parameters.Select((parameter, index) => IsShared(parameter)
            ? Item(arguments, index)
            : Expression.Call(DeepCopy.MethodFor(parameter.ParameterType), Item(arguments, index), context));
        return Expression.Lambda<Func<TArgs, CopyContext, TArgs>>(
            NewTuple(typeof(TArgs), [.. copies]), arguments, context).Compile();
    }

    internal static Func<TArgs, CancellationToken, TArgs> TokenReplacer<TArgs>(GrainMethod method)
    {
        var arguments = Expression.Parameter(typeof(TArgs));
        var token = Expression.Parameter(typeof(CancellationToken));
        var items = method.Parameters.Select((_, index) => index == method.TokenIndex ? token : Item(arguments, index));
        return Expression.Lambda<Func<TArgs, CancellationToken, TArgs>>(
            NewTuple(typeof(TArgs), [.. items]), arguments, token).Compile();
    }

    internal static Func<object?[], TArgs> FromArray<TArgs>(GrainMethod method)
    {
        var array = Expression.Parameter(typeof(object[]));
        var items = method.Parameters.Select((parameter, index) => Expression.Convert(
            Expression.ArrayIndex(array, Expression.Constant(index)), parameter.ParameterType));
        return Expression.Lambda<Func<object?[], TArgs>>(NewTuple(typeof(TArgs), [.. items]), array).Compile();
    }

    /// <summary>The value tuple that holds parameters of these types.</summary>
    internal static Type TupleType(ReadOnlySpan<Type> items)
    {
        if (items.Length <= TupleItems)
        {
            return items.Length == 0 ? typeof(ValueTuple) : Definition(items.Length).MakeGenericType(items.ToArray());
        }

        return typeof(ValueTuple<,,,,,,,>).MakeGenericType([.. items[..TupleItems], TupleType(items[TupleItems..])]);
    }

    private static Type Definition(int count) =>
        typeof(ValueTuple).Assembly.GetType($"System.ValueTuple`{count}", throwOnError: true)!;

    private static bool IsShared(ParameterInfo parameter) =>
        parameter.IsDefined(typeof(ImmutableAttribute)) || Shareability.IsShareable(parameter.ParameterType);

    private static Expression Item(Expression tuple, int index) => index < TupleItems
        ? Expression.Field(tuple, $"Item{index + 1}")
        : Item(Expression.Field(tuple, "Rest"), index - TupleItems);

    private static NewExpression NewTuple(Type type, Expression[] items)
    {
        if (items.Length == 0)
        {
            return Expression.New(type);
        }

        if (items.Length <= TupleItems)
        {
            return Expression.New(type.GetConstructors()[0], items);
        }

        var rest = NewTuple(type.GetGenericArguments()[TupleItems], items[TupleItems..]);
        return Expression.New(type.GetConstructors()[0], [.. items[..TupleItems], rest]);
    }

    private static Expression AsObject(Expression call)
    {
        if (call.Type == typeof(void))
        {
            return Expression.Block(call, Expression.Constant(Task.CompletedTask, typeof(object)));
        }

        return call.Type.IsValueType
            ? Expression.Call(call, nameof(ValueTask.AsTask), null)
            : Expression.Convert(call, typeof(object));
    }
}
