using System.Globalization;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Configurations;
using SupportGrid.Gateway.Edge;
using SupportGrid.Gateway.Identity;
using FieldViolation = Google.Rpc.BadRequest.Types.FieldViolation;

namespace SupportGrid.Gateway.Admin;

/// <summary>
/// Changes of a tenant's configuration: read, edit the whole, apply it or only say what would change.
/// </summary>
/// <remarks>
/// A request that was answered before gets that answer, changes included, also when the edit could not be made any
/// more: so it is looked for before anything else.
/// </remarks>
public sealed class ConfigurationEdits(
    IGrainFactory grains, ConfigurationHistory history, ILogger<ConfigurationEdits> logger)
{
    /// <summary>How often an edit of one entry is made anew when somebody else was faster.</summary>
    private const int AttemptsMax = 4;

    private const string VersionRefusal = "CONFIGURATION_VERSION";

    public Task<Reading<Configuration>> Read(string tenant) => Grain(tenant).Read();

    /// <summary>
    /// Makes an edit of what is in force take force. The changes are those against what was in force when this call
    /// read it.
    /// </summary>
    /// <param name="expectedVersion">The version that the caller decided on; null: whatever is in force.</param>
    /// <exception cref="RpcException">The edit breaks rules, or the configuration was refused.</exception>
    internal async Task<EditResult> Apply(
        Caller caller, Func<Configuration, ConfigurationYamlResult> edit, int? expectedVersion, CommandMeta meta)
    {
        if (await Grain(caller.Tenant).Answered(meta) is { } answered)
        {
            return await FirstAnswer(caller, answered.OrThrow(), meta);
        }

        var before = (await Read(caller.Tenant)).State;
        var wanted = Demand(edit(before));
        var command = new ApplyConfiguration(wanted, expectedVersion, caller.Subject, Commands.StampedByActor);
        var reply = await Grain(caller.Tenant).Execute(command, meta).OrThrow();
        return await Done(caller, before, wanted, reply, meta);
    }

    /// <summary>
    /// As <see cref="Apply"/> for an edit of one entry: when somebody else changed another entry in between, the edit
    /// is made anew on what they left, so that neither change is lost.
    /// </summary>
    internal async Task<EditResult> ApplyEntry(
        Caller caller, Func<Configuration, ConfigurationYamlResult> edit, CommandMeta meta)
    {
        for (var attempt = 1; attempt <= AttemptsMax; attempt++)
        {
            var each = MetaOf(meta, attempt);
            var answered = await Grain(caller.Tenant).Answered(each);
            if (answered is { Refusal: not { Code: VersionRefusal } })
            {
                return await FirstAnswer(caller, answered.OrThrow(), each);
            }
        }

        return await ApplyEntryAnew(caller, edit, meta);
    }

    private async Task<EditResult> ApplyEntryAnew(
        Caller caller, Func<Configuration, ConfigurationYamlResult> edit, CommandMeta meta)
    {
        for (var attempt = 1; ; attempt++)
        {
            var before = (await Read(caller.Tenant)).State;
            var wanted = Demand(edit(before));
            var command = new ApplyConfiguration(wanted, before.Version, caller.Subject, Commands.StampedByActor);
            var each = MetaOf(meta, attempt);
            var reply = await Grain(caller.Tenant).Execute(command, each);
            if (reply.Refusal is { Code: VersionRefusal } && attempt < AttemptsMax)
            {
                continue;
            }

            return await Done(caller, before, wanted, reply.OrThrow(), each);
        }
    }

    /// <summary>What an edit would change.</summary>
    /// <exception cref="RpcException">The edit breaks rules.</exception>
    internal async Task<EditResult> Preview(Caller caller, Func<Configuration, ConfigurationYamlResult> edit)
    {
        var reading = await Read(caller.Tenant);
        var wanted = Demand(edit(reading.State));
        var reply = new CommandReply(null, reading.Version, reading.Position, Repeated: false);
        return new EditResult(reading.State.Version, [.. ConfigurationDiff.Between(reading.State, wanted)], reply);
    }

    /// <summary>A refusal is remembered under its request id: every further attempt needs its own.</summary>
    private static CommandMeta MetaOf(CommandMeta meta, int attempt) => attempt == 1
        ? meta
        : meta with { RequestId = string.Create(CultureInfo.InvariantCulture, $"{meta.RequestId}#{attempt}") };

    private static Configuration Demand(ConfigurationYamlResult result) =>
        result.Wanted ?? throw EdgeErrors.Invalid([.. result.Problems.Select(p => new FieldViolation
        {
            Field = p.Path.Length == 0 ? "yaml" : $"yaml/{p.Path}",
            Description = p.Line == 0
                ? p.Rule
                : string.Create(CultureInfo.InvariantCulture, $"(line {p.Line}) {p.Rule}"),
        })]);

    private async Task<EditResult> FirstAnswer(Caller caller, CommandReply reply, CommandMeta meta)
    {
        var (before, after) = await history.Around(caller.Tenant, meta.RequestId, reply.Version);
        return new EditResult(after.Version, ConfigurationDiff.Between(before, after), reply);
    }

    private async Task<EditResult> Done(
        Caller caller, Configuration before, Configuration wanted, CommandReply reply, CommandMeta meta)
    {
        if (reply.Repeated)
        {
            return await FirstAnswer(caller, reply, meta);
        }

        var after = (await Read(caller.Tenant)).State;
        var changes = ConfigurationDiff.Between(before, wanted);
        logger.ConfigurationInForce(after.Version, caller.Tenant, changes.Length);
        return new EditResult(after.Version, changes, reply);
    }

    private IConfigurationGrain Grain(string tenant) =>
        grains.GetGrain<IConfigurationGrain>(GrainKeys.Configuration(tenant));
}
