using System.Diagnostics;
using Google.Protobuf;
using Grpc.Core;
using SupportGrid.Contracts.Grains;
using SupportGrid.Gateway.Identity;

namespace SupportGrid.Gateway.Edge;

/// <summary>What every command of a service needs: its meta data on the way in, its refusal on the way out.</summary>
internal static class Commands
{
    /// <summary>Actors stamp commands with their own clock; what is sent in this place is ignored.</summary>
    public static readonly DateTimeOffset StampedByActor = DateTimeOffset.UnixEpoch;

    /// <summary>As above: how long a session may be without a desk is its actor's to say.</summary>
    public static readonly TimeSpan GraceOfActor = TimeSpan.Zero;

    /// <summary>
    /// A request id counts within its caller: another caller who sends the same one asks for something else.
    /// Reactions have ids with a slash before the first colon, subjects have no slash: the two never meet.
    /// </summary>
    public static CommandMeta Meta(ServerCallContext context, Caller caller, string requestId, IMessage request) => new(
        $"{caller.Subject}:{requestId}",
        Fingerprint.Of(context.Method, request),
        caller.Subject,
        Activity.Current?.TraceId.ToHexString());

    /// <exception cref="RpcException">The command was refused.</exception>
    public static CommandReply OrThrow(this CommandReply reply) =>
        reply.Refusal is { } refusal ? throw EdgeErrors.Refused(refusal) : reply;

    public static async Task<CommandReply> OrThrow(this Task<CommandReply> reply) => (await reply).OrThrow();
}
