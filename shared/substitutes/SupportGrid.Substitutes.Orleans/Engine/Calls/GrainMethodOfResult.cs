using System.Reflection;
using SupportGrid.Substitutes.Orleans.Engine.Copying;

namespace SupportGrid.Substitutes.Orleans.Engine.Calls;

/// <summary>A method of a grain interface, with the code compiled for its parameters and result.</summary>
/// <typeparam name="TArgs">The parameters as a value tuple.</typeparam>
/// <typeparam name="TResult">The result; <see cref="VoidResult"/> for none; the item for async enumerables.</typeparam>
internal sealed class GrainMethod<TArgs, TResult> : GrainMethod
    where TArgs : struct
{
    private readonly Lazy<Func<object, TArgs, object>> _invoke;
    private readonly Lazy<Func<TArgs, CopyContext, TArgs>?> _copy;
    private readonly Lazy<Func<TArgs, CancellationToken, TArgs>> _withToken;
    private readonly Lazy<Func<object?[], TArgs>> _fromArray;
    private readonly bool _sharesResult;

    public GrainMethod(Type interfaceType, MethodInfo method)
        : base(interfaceType, method)
    {
        VerifyCodecs(typeof(TResult));
        _invoke = new(() => MethodCompiler.Invoker<TArgs>(this));
        _copy = new(() => MethodCompiler.ArgumentsCopier<TArgs>(this));
        _withToken = new(() => MethodCompiler.TokenReplacer<TArgs>(this));
        _fromArray = new(() => MethodCompiler.FromArray<TArgs>(this));
        _sharesResult = method.ReturnParameter.IsDefined(typeof(ImmutableAttribute), inherit: false)
            || CopierOf<TResult>.Instance is null;
    }

    /// <summary>Calls the grain object; gives a task, or the async enumerable.</summary>
    internal object Invoke(object target, in TArgs arguments) => _invoke.Value(target, arguments);

    internal TArgs CopyArguments(in TArgs arguments)
    {
        if (_copy.Value is not { } copy)
        {
            return arguments;
        }

        var context = CopyContext.Rent();
        var copies = copy(arguments, context);
        CopyContext.Return(context);
        return copies;
    }

    internal TResult CopyResult(TResult result) => _sharesResult ? result : DeepCopy.Of(result);

    internal CancellationToken Token(in TArgs arguments) =>
        TokenIndex < 0 ? default : (CancellationToken)((System.Runtime.CompilerServices.ITuple)arguments)[TokenIndex]!;

    internal TArgs WithToken(in TArgs arguments, CancellationToken token) => _withToken.Value(arguments, token);

    internal TArgs FromArray(object?[] arguments) => _fromArray.Value(arguments);
}
