using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Configurations;

namespace SupportGrid.Gateway.Admin;

/// <summary>What came of an edit.</summary>
/// <param name="Version">In force after the call.</param>
internal sealed record EditResult(int Version, IReadOnlyList<ConfigurationChange> Changes, CommandReply Reply);
