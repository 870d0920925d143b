using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using SupportGrid.Gateway.Edge;

namespace SupportGrid.Gateway.Tests.Support;

/// <summary>What a caller can read from an error.</summary>
internal static class Errors
{
    public static string Reason(this RpcException exception) => EdgeErrors.ReasonOf(exception);

    public static T? Detail<T>(this RpcException exception)
        where T : class, IMessage, new()
    {
        var descriptor = new T().Descriptor;
        var bytes = exception.Trailers.Single(t => t.Key == EdgeErrors.DetailsKey).ValueBytes;
        var details = Google.Rpc.Status.Parser.ParseFrom(bytes).Details;
        return details.FirstOrDefault(d => d.Is(descriptor))?.Unpack<T>();
    }

    /// <summary>The fields that are said to be wrong, in their order.</summary>
    public static string[] Fields(this RpcException exception) =>
        [.. exception.Detail<BadRequest>()!.FieldViolations.Select(v => v.Field)];

    /// <summary>Everything that travels, as bytes: for comparing two answers.</summary>
    public static string Body(this RpcException exception) =>
        $"{exception.Status.StatusCode} {exception.Status.Detail} "
        + Convert.ToHexString(exception.Trailers.Single(t => t.Key == EdgeErrors.DetailsKey).ValueBytes);
}
