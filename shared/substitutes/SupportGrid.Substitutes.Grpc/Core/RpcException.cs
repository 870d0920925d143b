using System.Diagnostics.CodeAnalysis;

namespace Grpc.Core;

/// <summary>
/// A call that ended with a status other than OK. Thrown by clients; thrown in a service it sets the status.
/// </summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "A status is required.")]
public class RpcException : Exception
{
    /// <summary>A failure without trailers.</summary>
    public RpcException(Status status)
        : this(status, Metadata.Empty, status.ToString())
    {
    }

    /// <summary>A failure without trailers whose exception text is <paramref name="message"/>.</summary>
    public RpcException(Status status, string message)
        : this(status, Metadata.Empty, message)
    {
    }

    /// <summary>A failure with trailers; a server sends them beside the status.</summary>
    public RpcException(Status status, Metadata trailers)
        : this(status, trailers, status.ToString())
    {
    }

    /// <summary>A failure with trailers and an exception text of its own.</summary>
    public RpcException(Status status, Metadata trailers, string message)
        : base(message, status.DebugException)
    {
        ArgumentNullException.ThrowIfNull(trailers);
        Status = status;
        Trailers = trailers;
    }

    /// <summary>The status of the call.</summary>
    public Status Status { get; }

    /// <summary>The code of <see cref="Status"/>.</summary>
    public StatusCode StatusCode => Status.StatusCode;

    /// <summary>The trailers that came or go with the status.</summary>
    public Metadata Trailers { get; }
}
