namespace Grpc.Core;

/// <summary>The rich status of a failed call.</summary>
public static class RpcExceptionExtensions
{
    /// <summary>The rich status in the trailers; null if the server sent none that can be read.</summary>
    public static Google.Rpc.Status? GetRpcStatus(this RpcException ex)
    {
        ArgumentNullException.ThrowIfNull(ex);
        return ex.Trailers.GetRpcStatus(ignoreParseError: true);
    }
}
