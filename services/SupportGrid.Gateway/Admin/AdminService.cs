using Grpc.Core;
using Microsoft.Extensions.Logging;
using SupportGrid.Domain.Configurations;
using SupportGrid.Gateway.Edge;
using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Roles;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Admin;

/// <summary>For administrators; the contract is in admin.proto.</summary>
/// <param name="issuer">Null where an OIDC authority is configured.</param>
public sealed class AdminService(
    ConfigurationEdits edits, ConfigurationReads reads, ILogger<AdminService> logger, LocalIssuer? issuer = null)
    : V1.AdminService.AdminServiceBase
{
    public override async Task<V1.GetConfigurationResponse> GetConfiguration(
        V1.GetConfigurationRequest request, ServerCallContext context)
    {
        var reading = await edits.Read(Caller.Of(context).Tenant);
        return new V1.GetConfigurationResponse
        {
            Version = reading.State.Version,
            Yaml = ConfigurationYaml.Write(reading.State),
        };
    }

    public override async Task<V1.ApplyConfigurationResponse> ApplyConfiguration(
        V1.ApplyConfigurationRequest request, ServerCallContext context)
    {
        request.Check();
        var caller = Caller.Of(context);
        var expected = request.HasExpectedVersion ? request.ExpectedVersion : (int?)null;
        var read = await reads.Read(caller.Tenant, request.Yaml, context.CancellationToken);
        var result = request.DryRun
            ? await edits.Preview(caller, _ => read)
            : await edits.Apply(
                caller, _ => read, expected, Commands.Meta(context, caller, request.RequestId, request));
        var response = new V1.ApplyConfigurationResponse { Version = result.Version, Receipt = result.Reply.ToProto() };
        response.Changes.AddRange(result.Changes.Select(ConfigurationMapping.ToProto));
        return response;
    }

    public override async Task<V1.PutEntryResponse> PutEntry(V1.PutEntryRequest request, ServerCallContext context)
    {
        request.Check();
        var caller = Caller.Of(context);
        ConfigurationYamlResult Put(Configuration c) => ConfigurationYaml.Put(
            c, request.Kind, request.Key, request.Yaml, context.CancellationToken);
        var result = request.DryRun
            ? await edits.Preview(caller, Put)
            : await edits.ApplyEntry(
                caller,
                Put,
                Commands.Meta(context, caller, request.RequestId, request));
        var response = new V1.PutEntryResponse { Version = result.Version, Receipt = result.Reply.ToProto() };
        response.Changes.AddRange(result.Changes.Select(ConfigurationMapping.ToProto));
        return response;
    }

    public override async Task<V1.RemoveEntryResponse> RemoveEntry(
        V1.RemoveEntryRequest request, ServerCallContext context)
    {
        request.Check();
        var caller = Caller.Of(context);
        var result = request.DryRun
            ? await edits.Preview(caller, c => ConfigurationYaml.Remove(c, request.Kind, request.Key))
            : await edits.ApplyEntry(
                caller,
                c => ConfigurationYaml.Remove(c, request.Kind, request.Key),
                Commands.Meta(context, caller, request.RequestId, request));
        var response = new V1.RemoveEntryResponse { Version = result.Version, Receipt = result.Reply.ToProto() };
        response.Changes.AddRange(result.Changes.Select(ConfigurationMapping.ToProto));
        return response;
    }

    public override Task<V1.IssueTokenResponse> IssueToken(V1.IssueTokenRequest request, ServerCallContext context)
    {
        var roles = request.Check();
        var tenant = Caller.Of(context).Tenant;
        if (issuer is null)
        {
            throw EdgeErrors.Refused(EdgeRefusals.LocalIssuerOff);
        }

        var seconds = request.LifetimeSeconds == 0 ? RequestLimits.TokenSecondsDefault : request.LifetimeSeconds;
        var issued = issuer.Issue(tenant, request.Subject, roles, TimeSpan.FromSeconds(seconds));
        logger.TokenIssued(tenant, RoleNames.ListOf(roles));
        return Task.FromResult(new V1.IssueTokenResponse
        {
            Token = issued.Token,
            ExpiresAt = issued.ExpiresAt.ToProto(),
        });
    }
}
