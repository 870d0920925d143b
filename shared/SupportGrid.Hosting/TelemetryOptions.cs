namespace SupportGrid.Hosting;

/// <summary>Where telemetry goes.</summary>
public sealed record TelemetryOptions
{
    /// <summary>Name of the program, such as "supportgrid-standalone".</summary>
    public required string ServiceName { get; init; }

    /// <summary>OTLP collector, such as <c>http://127.0.0.1:4317</c>; null: none, nothing is collected.</summary>
    public Uri? OtlpEndpoint { get; init; }

    /// <summary>Share of traces that are kept, 0 to 1.</summary>
    public double TraceShare { get; init; } = 0.01;

    /// <summary>Logs as JSON lines rather than as text.</summary>
    public bool JsonLogs { get; init; }
}
