using System.Diagnostics.CodeAnalysis;

namespace Grpc.Core;

/// <summary>How a message is written.</summary>
[Flags]
[SuppressMessage("Naming", "CA1726:Use preferred terms", Justification = "The name is that of the gRPC API.")]
public enum WriteFlags
{
    /// <summary>More messages follow soon, so this one may wait in the buffer for them.</summary>
    BufferHint = 0x1,

    /// <summary>Do not compress this message even if the call compresses.</summary>
    NoCompress = 0x2,
}
