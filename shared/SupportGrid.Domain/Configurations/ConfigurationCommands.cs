namespace SupportGrid.Domain.Configurations;

/// <summary>What may be asked of a configuration.</summary>
[GenerateSerializer, Immutable, Alias("sg.ConfigurationCommand")]
public abstract record ConfigurationCommand(DateTimeOffset At);

/// <summary>
/// Makes the wanted configuration the one in force. Versions inside <paramref name="Wanted"/> (of policies, profiles
/// and the whole) are ignored: they are given when something changed. Applying the same twice changes nothing.
/// </summary>
/// <param name="ExpectedVersion">Refused when another version is in force; null: whatever is in force.</param>
[GenerateSerializer, Immutable, Alias("sg.ApplyConfiguration")]
public sealed record ApplyConfiguration(Configuration Wanted, int? ExpectedVersion, string By, DateTimeOffset At)
    : ConfigurationCommand(At);
