using Grpc.Core;

namespace SupportGrid.Gateway.Live.Streams;

/// <summary>How a stream ends.</summary>
/// <param name="Error">Null: with OK.</param>
internal sealed record StreamEnd(RpcException? Error);
