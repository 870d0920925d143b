using SupportGrid.Substitutes.Orleans.Engine.Calls.Tracing;

namespace Orleans.Hosting;

/// <summary>Adds tracing of calls.</summary>
public static class ActivityPropagationExtensions
{
    /// <summary>Makes an activity of every call, at both ends, and carries the trace to the grain.</summary>
    /// <remarks>The activity source is called <c>Microsoft.Orleans.Application</c>, as in the original.</remarks>
    public static ISiloBuilder AddActivityPropagation(this ISiloBuilder builder) => builder
        .AddOutgoingGrainCallFilter<OutgoingCallTracing>()
        .AddIncomingGrainCallFilter<IncomingCallTracing>();
}
