using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupportGrid.Substitutes.Orleans.Engine.Calls.Tracing;

namespace Orleans.Hosting;

/// <summary>Adds tracing of calls.</summary>
public static class ActivityPropagationExtensions
{
    /// <summary>Makes an activity of every call, at both ends, and carries the trace to the grain.</summary>
    /// <remarks>The activity source is called <c>Microsoft.Orleans.Application</c>, as in the original.</remarks>
    public static ISiloBuilder AddActivityPropagation(this ISiloBuilder builder)
    {
        TraceCallers(builder.Services);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IIncomingGrainCallFilter, IncomingCallTracing>());
        return builder;
    }

    /// <summary>Makes an activity of every call of this client, and carries the trace to the grain.</summary>
    /// <inheritdoc cref="AddActivityPropagation(ISiloBuilder)" path="/remarks"/>
    public static IClientBuilder AddActivityPropagation(this IClientBuilder builder)
    {
        TraceCallers(builder.Services);
        return builder;
    }

    /// <summary>Once: in one process silo and client are the same caller.</summary>
    private static void TraceCallers(IServiceCollection services) =>
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IOutgoingGrainCallFilter, OutgoingCallTracing>());
}
