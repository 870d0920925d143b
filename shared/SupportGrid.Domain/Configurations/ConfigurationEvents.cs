using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Queues;

namespace SupportGrid.Domain.Configurations;

/// <summary>
/// What happened to a tenant's configuration. A change of this file is a change of what is stored for ever.
/// </summary>
public abstract record ConfigurationEvent(DateTimeOffset At);

public sealed record SkillDefined(Skill Skill, DateTimeOffset At) : ConfigurationEvent(At);

public sealed record SkillRemoved(string Skill, DateTimeOffset At) : ConfigurationEvent(At);

public sealed record PresenceDefined(PresenceReason Presence, DateTimeOffset At) : ConfigurationEvent(At);

public sealed record PresenceRemoved(string Presence, DateTimeOffset At) : ConfigurationEvent(At);

public sealed record QueueDefined(QueuePolicy Policy, DateTimeOffset At) : ConfigurationEvent(At);

public sealed record QueueRemoved(string Queue, DateTimeOffset At) : ConfigurationEvent(At);

public sealed record AgentDefined(AgentProfile Profile, DateTimeOffset At) : ConfigurationEvent(At);

public sealed record AgentRemoved(string Agent, DateTimeOffset At) : ConfigurationEvent(At);

/// <summary>Says who may chat without signing in, as a whole.</summary>
public sealed record ChatDefined(ChatPolicy Chat, DateTimeOffset At) : ConfigurationEvent(At);

/// <summary>Last event of every change.</summary>
public sealed record ConfigurationApplied(int Version, string By, DateTimeOffset At) : ConfigurationEvent(At);
