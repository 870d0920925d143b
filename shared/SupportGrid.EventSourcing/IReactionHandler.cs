using SupportGrid.Contracts.Grains;
using SupportGrid.Domain;

namespace SupportGrid.EventSourcing;

/// <summary>Carries out what follows from an event.</summary>
/// <remarks>
/// Called at least once per reaction, in the order of the stream it came from. It must be idempotent:
/// <see cref="CommandMeta.RequestId"/> is the reaction's key (stream, version, index), the same on every call. A
/// refusal by the target is an answer; an exception means "try again".
/// </remarks>
public interface IReactionHandler
{
    Task HandleAsync(string tenant, Reaction reaction, CommandMeta meta);
}
