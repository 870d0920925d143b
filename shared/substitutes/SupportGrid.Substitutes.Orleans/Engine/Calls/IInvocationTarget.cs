namespace SupportGrid.Substitutes.Orleans.Engine.Calls;

/// <summary>A mailbox whose items may be calls: an activation or an observer.</summary>
internal interface IInvocationTarget
{
    /// <summary>The object to call.</summary>
    object Instance { get; }

    bool HasFilters { get; }

    /// <summary>Runs the call through the call filters; gives the result as an object.</summary>
    Task<object?> InvokeFiltered(GrainCall call);

    /// <summary>A call ended in an error that goes to its caller.</summary>
    void Failed(GrainCall call, Exception error);
}
