using System.Reflection;
using Orleans.Concurrency;
using Orleans.Serialization;
using SupportGrid.Substitutes.Orleans.Engine.Copying;

namespace SupportGrid.Substitutes.Orleans.Engine.Calls;

/// <summary>A method of a grain interface.</summary>
internal abstract class GrainMethod
{
    protected GrainMethod(Type interfaceType, MethodInfo method)
    {
        InterfaceType = interfaceType;
        Method = method;
        ActivityName = $"{interfaceType.Name}/{method.Name}";
        Parameters = [.. method.GetParameters()];
        IsReadOnly = method.IsDefined(typeof(ReadOnlyAttribute));
        AlwaysInterleaves = method.IsDefined(typeof(AlwaysInterleaveAttribute));
        IsOneWay = method.IsDefined(typeof(OneWayAttribute)) || method.ReturnType == typeof(void);
        ResponseTimeout = (method.GetCustomAttribute<ResponseTimeoutAttribute>()
            ?? interfaceType.GetCustomAttribute<ResponseTimeoutAttribute>())?.Timeout;
        TokenIndex = Array.FindIndex(Parameters, parameter => parameter.ParameterType == typeof(CancellationToken));
    }

    internal Type InterfaceType { get; }

    internal MethodInfo Method { get; }

    internal string ActivityName { get; }

    internal ParameterInfo[] Parameters { get; }

    internal bool IsReadOnly { get; }

    internal bool AlwaysInterleaves { get; }

    internal bool IsOneWay { get; }

    internal TimeSpan? ResponseTimeout { get; }

    /// <summary>Which parameter is the cancellation token; -1 for none.</summary>
    internal int TokenIndex { get; }

    /// <exception cref="CodecNotFoundException">A parameter or the result has no serializer.</exception>
    internal void VerifyCodecs(Type resultType)
    {
        foreach (var parameter in Parameters)
        {
            CodecRules.Verify(parameter.ParameterType);
        }

        if (resultType != typeof(VoidResult))
        {
            CodecRules.Verify(resultType);
        }
    }
}
