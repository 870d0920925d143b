namespace SupportGrid.Substitutes.Orleans;

/// <summary>A reminder as it is stored.</summary>
/// <param name="GrainId">The grain to remind.</param>
/// <param name="Name">The reminder's name within the grain.</param>
/// <param name="FirstTick">
/// When the first tick is due, in UTC. Later ticks follow every <paramref name="Period"/>.
/// </param>
/// <param name="Period">Time between two ticks.</param>
public sealed record ReminderRecord(GrainId GrainId, string Name, DateTimeOffset FirstTick, TimeSpan Period);
