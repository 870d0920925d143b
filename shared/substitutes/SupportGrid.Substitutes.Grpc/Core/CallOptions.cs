using System.Diagnostics.CodeAnalysis;

namespace Grpc.Core;

/// <summary>The options of one call. A value: the With methods return changed copies.</summary>
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types",
    Justification = "Options are never compared.")]
public struct CallOptions
{
    /// <summary>Options; the deadline is in UTC.</summary>
    [SuppressMessage("Design", "CA1068:CancellationToken parameters must come last",
        Justification = "Generated code passes the first three by position.")]
    public CallOptions(
        Metadata? headers = null,
        DateTime? deadline = null,
        CancellationToken cancellationToken = default,
        WriteOptions? writeOptions = null,
        ContextPropagationToken? propagationToken = null,
        CallCredentials? credentials = null)
    {
        Headers = headers;
        Deadline = deadline;
        CancellationToken = cancellationToken;
        WriteOptions = writeOptions;
        PropagationToken = propagationToken;
        Credentials = credentials;
    }

    /// <summary>Sent beside the request.</summary>
    public Metadata? Headers { readonly get; private set; }

    /// <summary>When the call must be over, in UTC; null for no limit.</summary>
    public DateTime? Deadline { readonly get; private set; }

    /// <summary>Cancels the call.</summary>
    public CancellationToken CancellationToken { readonly get; private set; }

    /// <summary>The default for request messages.</summary>
    public WriteOptions? WriteOptions { readonly get; private set; }

    /// <summary>Deadline and cancellation of the served call on whose behalf this one is made.</summary>
    public ContextPropagationToken? PropagationToken { readonly get; private set; }

    /// <summary>Adds headers that prove who calls.</summary>
    public CallCredentials? Credentials { readonly get; private set; }

    /// <summary>A copy with these headers.</summary>
    public CallOptions WithHeaders(Metadata headers) => this with { Headers = headers };

    /// <summary>A copy with this deadline, in UTC.</summary>
    public CallOptions WithDeadline(DateTime deadline) => this with { Deadline = deadline };

    /// <summary>A copy with this token.</summary>
    public CallOptions WithCancellationToken(CancellationToken cancellationToken) =>
        this with { CancellationToken = cancellationToken };

    /// <summary>A copy with these write options.</summary>
    public CallOptions WithWriteOptions(WriteOptions writeOptions) => this with { WriteOptions = writeOptions };

    /// <summary>A copy that inherits from a served call.</summary>
    public CallOptions WithPropagationToken(ContextPropagationToken propagationToken) =>
        this with { PropagationToken = propagationToken };

    /// <summary>A copy with these credentials.</summary>
    public CallOptions WithCredentials(CallCredentials credentials) => this with { Credentials = credentials };
}
