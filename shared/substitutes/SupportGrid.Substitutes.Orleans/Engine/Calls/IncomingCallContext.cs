using System.Reflection;
using Orleans.Serialization.Invocation;
using SupportGrid.Substitutes.Orleans.Engine.Activations;

namespace SupportGrid.Substitutes.Orleans.Engine.Calls;

/// <summary>A call on its way through the filters at the callee.</summary>
internal sealed class IncomingCallContext(
    GrainCall call, Activation activation, IReadOnlyList<IIncomingGrainCallFilter> filters)
    : CallContext(call), IIncomingGrainCallContext
{
    private int _next;

    public IGrainContext TargetContext => activation;

    public MethodInfo ImplementationMethod => Implementation();

    public override object Grain => activation.Instance;

    public override IInvokable Request => field ??= Call.AsInvokable(activation.Instance);

    /// <summary>Goes through all filters; ends with the result.</summary>
    internal async Task<object?> Run()
    {
        await Invoke();
        return Response?.GetResult<object?>();
    }

    public override async Task Invoke()
    {
        var position = _next++;
        if (position < filters.Count)
        {
            await filters[position].Invoke(this);
            return;
        }

        var work = Call.InvokeOn(activation);
        await work;
        Response = Call.ResponseOf(work);
    }

    private MethodInfo Implementation()
    {
        var map = activation.Instance.GetType().GetInterfaceMap(Call.Method.Method.DeclaringType!);
        return map.TargetMethods[Array.IndexOf(map.InterfaceMethods, Call.Method.Method)];
    }
}
