using Grpc.Core;
using SupportGrid.Gateway.Edge;

namespace SupportGrid.Gateway.Tests.Live;

/// <summary>How a stream ended, for assertions.</summary>
internal static class StreamErrors
{
    public static void AssertEnded(StatusCode code, string reason, RpcException error)
    {
        Assert.Equal((code, reason), (error.StatusCode, EdgeErrors.ReasonOf(error)));
        Assert.NotEmpty(error.Status.Detail);
    }
}
