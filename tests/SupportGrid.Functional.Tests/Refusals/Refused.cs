using Grpc.Core;
using SupportGrid.Client;

namespace SupportGrid.Functional.Tests.Refusals;

/// <summary>Asserts a refusal as a client sees it.</summary>
internal static class Refused
{
    public static async Task WithAsync(StatusCode status, string reason, Func<Task> call)
    {
        var error = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal((status, reason), (error.StatusCode, RpcErrors.ReasonOf(error)));
        Assert.NotEmpty(error.Status.Detail);
    }
}
