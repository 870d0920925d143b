using System.Diagnostics;

namespace SupportGrid.Substitutes.Orleans.Engine.Calls.Tracing;

/// <summary>The activities of calls. They find each other by an id that travels in the request context.</summary>
internal static class CallActivities
{
    private const string TraceParent = "traceparent";

    private static readonly ActivitySource s_source = new("Microsoft.Orleans.Application");

    internal static async Task AtCaller(IGrainCallContext call)
    {
        using var activity = s_source.StartActivity(call.Request.GetActivityName(), ActivityKind.Client);
        if (Activity.Current?.Id is { } id)
        {
            RequestContext.Set(TraceParent, id);
        }

        await Follow(call, activity);
    }

    internal static async Task AtGrain(IGrainCallContext call)
    {
        var parent = RequestContext.Get(TraceParent) as string;
        using var activity = s_source.StartActivity(call.Request.GetActivityName(), ActivityKind.Server, parent);
        await Follow(call, activity);
    }

    private static async Task Follow(IGrainCallContext call, Activity? activity)
    {
        try
        {
            await call.Invoke();
        }
        catch (Exception error)
        {
            // Its text may name people; traces go to other machines.
            activity?.SetStatus(ActivityStatusCode.Error, error.GetType().Name);
            throw;
        }
    }
}
