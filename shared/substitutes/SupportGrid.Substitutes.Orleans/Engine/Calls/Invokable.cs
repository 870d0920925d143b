using System.Reflection;
using System.Runtime.CompilerServices;
using Orleans.Serialization.Invocation;

namespace SupportGrid.Substitutes.Orleans.Engine.Calls;

/// <summary>A call as call filters see it.</summary>
internal sealed class Invokable<TArgs>(
    object? target, GrainMethod method, Func<TArgs> get, Action<object?[]> set, CancellationToken token) : IInvokable
    where TArgs : struct
{
    public bool IsCancellable => method.TokenIndex >= 0;

    public object? GetTarget() => target;

    public int GetArgumentCount() => method.Parameters.Length;

    public object? GetArgument(int index) => ((ITuple)get())[index];

    public void SetArgument(int index, object? value)
    {
        var arguments = Enumerable.Range(0, GetArgumentCount()).Select(GetArgument).ToArray();
        arguments[index] = value;
        set(arguments);
    }

    public string GetMethodName() => method.Method.Name;

    public string GetInterfaceName() => method.InterfaceType.FullName!;

    public string GetActivityName() => method.ActivityName;

    public MethodInfo GetMethod() => method.Method;

    public Type GetInterfaceType() => method.InterfaceType;

    public TimeSpan? GetDefaultResponseTimeout() => method.ResponseTimeout;

    public CancellationToken GetCancellationToken() => token;
}
