using System.Collections.Immutable;
using SupportGrid.Domain;
using SupportGrid.Domain.Routing;

namespace SupportGrid.Contracts.Grains;

/// <summary>What a customer channel knows when it opens an interaction.</summary>
[GenerateSerializer, Immutable, Alias("sg.OpenRequest")]
public sealed record OpenRequest(
    string Customer,
    string CustomerName,
    Channel Channel,
    string Queue,
    string Subject,
    string? FirstMessage,
    ImmutableArray<SkillRequirement> ExtraSkills,
    double ExtraPriority);

/// <summary>Where an interaction is to go.</summary>
/// <param name="Agent">The agent who transfers it; null: a supervisor moves it.</param>
/// <param name="ToAgent">Null: anybody of the queue.</param>
[GenerateSerializer, Immutable, Alias("sg.TransferRequest")]
public sealed record TransferRequest(string? Agent, string By, string ToQueue, string? ToAgent, string Note);
