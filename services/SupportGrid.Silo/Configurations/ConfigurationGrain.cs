using SupportGrid.Contracts.Grains;
using SupportGrid.Domain;
using SupportGrid.Domain.Configurations;
using SupportGrid.EventSourcing;

namespace SupportGrid.Silo.Configurations;

/// <summary>Everything an administrator sets for one tenant.</summary>
public sealed class ConfigurationGrain(
    EventSourcingServices services,
    [PersistentState("configuration", SnapshotStorage.Name)] IPersistentState<StreamSnapshot> snapshot)
    : EventSourcedGrain<ConfigurationDecider, Configuration, ConfigurationCommand, ConfigurationEvent>(services, snapshot),
        IConfigurationGrain
{
    protected override string StreamName => Streams.Configuration;

    protected override int SnapshotFormat => 2;

    public Task<CommandReply> Execute(ConfigurationCommand command, CommandMeta meta) => HandleAsync(command, meta);

    public Task<CommandReply?> Answered(CommandMeta meta) => Task.FromResult(Remembered(meta));

    public Task<Reading<Configuration>> Read() => ReadAsync();

    protected override ConfigurationCommand Stamp(ConfigurationCommand command, DateTimeOffset at) =>
        command with { At = at };

    protected override DateTimeOffset InstantOf(ConfigurationEvent @event) => @event.At;

    protected override IReadOnlyList<Reaction> React(
        Configuration before, ConfigurationEvent @event, Configuration after, long version) =>
        ConfigurationReactions.React(before, @event, after, version);
}
