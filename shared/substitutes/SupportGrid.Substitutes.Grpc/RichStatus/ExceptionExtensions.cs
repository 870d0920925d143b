using Google.Rpc;

namespace Grpc.Core;

/// <summary>Exceptions as details of a rich status.</summary>
public static class ExceptionExtensions
{
    /// <summary>
    /// The texts and stack traces of an exception and of <paramref name="innerDepth"/> exceptions within it. They tell
    /// a client about the server's inside: for development only.
    /// </summary>
    public static DebugInfo ToRpcDebugInfo(this Exception exception, int innerDepth = 0)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var info = new DebugInfo { Detail = exception.GetType() + ": " + exception.Message };
        var current = exception;
        for (var depth = 0; current is not null && depth <= innerDepth; depth++, current = current.InnerException)
        {
            if (depth > 0)
            {
                info.StackEntries.Add($"InnerException: {current.GetType()}: {current.Message}");
            }

            info.StackEntries.AddRange(current.StackTrace?.Split('\n', StringSplitOptions.TrimEntries) ?? []);
        }

        return info;
    }
}
