using Grpc.Core;

namespace SupportGrid.Gateway.Live.Watching;

/// <summary>How a stream ends.</summary>
/// <param name="Error">Null: with OK.</param>
internal sealed record StreamEnd(RpcException? Error);
