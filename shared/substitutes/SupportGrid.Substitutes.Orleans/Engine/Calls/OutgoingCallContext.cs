using Orleans.Serialization.Invocation;

namespace SupportGrid.Substitutes.Orleans.Engine.Calls;

/// <summary>A call on its way through the filters at the caller.</summary>
internal sealed class OutgoingCallContext<TArgs, TResult>(
    GrainEngine engine,
    GrainReference target,
    IGrainContext? source,
    GrainMethod<TArgs, TResult> method,
    TArgs arguments)
    : IOutgoingGrainCallContext
    where TArgs : struct
{
    private TArgs _arguments = arguments;
    private int _next;

    public IInvokable Request => field ??= new Invokable<TArgs>(
        null, method, () => _arguments, changed => _arguments = method.FromArray(changed), method.Token(_arguments));

    public object Grain => target;

    public GrainId? SourceId => source?.GrainId;

    public GrainId TargetId => target.GrainId;

    public GrainInterfaceType InterfaceType => target.InterfaceType;

    public string InterfaceName => method.InterfaceType.FullName!;

    public string MethodName => method.Method.Name;

    public System.Reflection.MethodInfo InterfaceMethod => method.Method;

    public IGrainContext? SourceContext => source;

    public object? Result
    {
        get => Response?.Result;
        set => Response = Response.FromResult((TResult)value!);
    }

    public Response? Response { get; set; }

    public async Task Invoke()
    {
        var position = _next++;
        if (position < engine.OutgoingFilters.Count)
        {
            await engine.OutgoingFilters[position].Invoke(this);
        }
        else
        {
            Response = Response.FromResult(await engine.SendUnfiltered(target, source, method, _arguments));
        }
    }

    /// <summary>Goes through all filters; ends with the result.</summary>
    internal async Task<TResult> Run()
    {
        await Invoke();
        return typeof(TResult) == typeof(VoidResult) || Response is null ? default! : Response.GetResult<TResult>();
    }
}
