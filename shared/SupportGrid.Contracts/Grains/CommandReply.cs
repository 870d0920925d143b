using SupportGrid.Kernel;

namespace SupportGrid.Contracts.Grains;

/// <summary>The answer to a command. When it arrives the events are durable.</summary>
/// <param name="Refusal">Null when the command holds.</param>
/// <param name="Version">Version of the stream after the command.</param>
/// <param name="Position">Position of the stream's last event in the log.</param>
/// <param name="Repeated">True when this request id had been answered before and this is that answer.</param>
[GenerateSerializer, Immutable, Alias("sg.CommandReply")]
public sealed record CommandReply(Refusal? Refusal, long Version, long Position, bool Repeated);
