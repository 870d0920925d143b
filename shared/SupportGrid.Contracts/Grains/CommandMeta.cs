namespace SupportGrid.Contracts.Grains;

/// <summary>What travels with a command beside its content.</summary>
/// <param name="RequestId">
/// Given by the caller, unique per aggregate. Sent again it gives the first answer. Reactions use
/// "stream:version:index".
/// </param>
/// <param name="Fingerprint">
/// Hash of the request's content; the same request id with another fingerprint is refused with REQUEST_ID_REUSED. Null:
/// not compared.
/// </param>
/// <param name="Actor">Subject who asks; empty for the platform itself.</param>
/// <param name="CorrelationId">Trace id, or null.</param>
[GenerateSerializer, Immutable, Alias("sg.CommandMeta")]
public sealed record CommandMeta(string RequestId, string? Fingerprint, string Actor, string? CorrelationId);
