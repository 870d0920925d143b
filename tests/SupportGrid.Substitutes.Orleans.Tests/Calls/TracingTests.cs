using System.Diagnostics;

namespace SupportGrid.Substitutes.Orleans.Tests.Calls;

public sealed class TracingTests
{
    [Fact]
    public void A_trace_goes_on_from_the_caller_into_the_grain_and_from_there_to_the_next()
    {
        using var cluster = Sim.New(silo => silo.AddActivityPropagation());
        using var root = new Activity("root").Start();
        var seen = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.Orleans.Application",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == root.TraceId)
                {
                    seen.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);

        cluster.Run(() => cluster.Grain<IContextual>("a").Chain("b"));

        Assert.Equal(
            [
                "Server IContextual/Read", "Client IContextual/Read",
                "Server IContextual/Chain", "Client IContextual/Chain",
            ],
            seen.Select(activity => $"{activity.Kind} {activity.OperationName}"));
        Assert.Equal(seen[1].SpanId, seen[0].ParentSpanId);
        Assert.Equal(seen[3].SpanId, seen[2].ParentSpanId);
        Assert.Equal(root.SpanId, seen[3].ParentSpanId);
    }
}
