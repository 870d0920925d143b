namespace Grpc.AspNetCore.HealthChecks;

/// <summary>Lets some health checks stand for a service.</summary>
public sealed class ServiceMapping
{
    /// <summary>Maps the checks for which the predicate holds.</summary>
    public ServiceMapping(string name, Func<HealthCheckMapContext, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(predicate);
        Name = name;
        HealthCheckPredicate = predicate;
    }

    /// <summary>The name of the service; empty for the server as a whole.</summary>
    public string Name { get; }

    /// <summary>Which checks count.</summary>
    public Func<HealthCheckMapContext, bool> HealthCheckPredicate { get; }
}
