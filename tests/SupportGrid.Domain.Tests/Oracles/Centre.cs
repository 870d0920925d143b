using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Routing;

namespace SupportGrid.Domain.Tests.Oracles;

/// <summary>A simulated centre: who comes, who serves, and by which policies the real matcher decides.</summary>
/// <param name="QueuePlaces">Who finds so many waiting is turned away.</param>
internal sealed record Centre(
    IReadOnlyList<CustomerClass> Classes,
    IReadOnlyList<Server> Servers,
    IReadOnlyList<QueuePolicy> Policies,
    double Threshold,
    int QueuePlaces = int.MaxValue);

/// <summary>Customers of one kind; all times are exponential.</summary>
/// <param name="Name">As the oracle names the class.</param>
/// <param name="MeanPatience">Seconds; 0: nobody leaves.</param>
/// <param name="Balking">Share of those who leave at once when they must wait.</param>
internal sealed record CustomerClass(
    string Name,
    string Queue,
    double PerHour,
    double MeanService,
    double MeanPatience,
    double Priority,
    IReadOnlyList<SkillRequirement> Skills,
    double Balking = 0);

/// <summary>An agent, the group by which occupancy is asked for, and an own service time where agents differ.</summary>
internal sealed record Server(AgentAvailability Agent, string Group, double MeanService = 0);
