using System.Reflection;

namespace SupportGrid.Substitutes.Orleans.Engine.Calls;

/// <summary>What a grain method returns, and which method of a reference makes such calls.</summary>
internal readonly record struct ReturnShape(Type ResultType, string Caller)
{
    /// <exception cref="ArgumentException">A grain method cannot return that.</exception>
    internal static ReturnShape Of(Type interfaceType, MethodInfo method)
    {
        var type = method.ReturnType;
        if (type == typeof(void))
        {
            return new(typeof(VoidResult), nameof(GrainReference.CallOneWay));
        }

        if (type == typeof(Task))
        {
            return new(typeof(VoidResult), nameof(GrainReference.CallTask));
        }

        if (type == typeof(ValueTask))
        {
            return new(typeof(VoidResult), nameof(GrainReference.CallValueTask));
        }

        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        var caller = definition == typeof(Task<>) ? nameof(GrainReference.CallTaskOf)
            : definition == typeof(ValueTask<>) ? nameof(GrainReference.CallValueTaskOf)
            : definition == typeof(IAsyncEnumerable<>) ? nameof(GrainReference.CallEnumerable)
            : throw new ArgumentException(
                $"{interfaceType}.{method.Name} returns {type}, not a task, an async enumerable or nothing.");
        return new(type.GetGenericArguments()[0], caller);
    }
}
