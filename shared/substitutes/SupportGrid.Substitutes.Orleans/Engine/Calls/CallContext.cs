using System.Reflection;
using Orleans.Serialization.Invocation;

namespace SupportGrid.Substitutes.Orleans.Engine.Calls;

/// <summary>What call filters at both ends see.</summary>
internal abstract class CallContext(GrainCall call) : IGrainCallContext
{
    protected GrainCall Call { get; } = call;

    public abstract IInvokable Request { get; }

    public abstract object Grain { get; }

    public GrainId? SourceId => Call.Source?.GrainId;

    public GrainId TargetId => Call.Target.GrainId;

    public GrainInterfaceType InterfaceType => InterfaceModel.Of(Call.Method.InterfaceType).Name;

    public string InterfaceName => Call.Method.InterfaceType.FullName!;

    public string MethodName => Call.Method.Method.Name;

    public MethodInfo InterfaceMethod => Call.Method.Method;

    public object? Result
    {
        get => Response?.Result;
        set => Response = Response.FromResult(value);
    }

    public Response? Response { get; set; }

    public abstract Task Invoke();
}
