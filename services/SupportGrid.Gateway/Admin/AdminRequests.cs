using System.Globalization;
using SupportGrid.Gateway.Edge;
using SupportGrid.Gateway.Roles;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Admin;

/// <summary>What requests of administrators must fulfil, apart from what their YAML says.</summary>
internal static class AdminRequests
{
    public static void Check(this V1.ApplyConfigurationRequest request)
    {
        var check = new RequestValidation();
        check.RequestId(request.RequestId)
            .Bytes("yaml", request.Yaml, RequestLimits.YamlBytesMax)
            .Must(
                !request.HasExpectedVersion || request.ExpectedVersion >= 0,
                "expected_version",
                "must not be negative")
            .Throw();
    }

    public static void Check(this V1.PutEntryRequest request)
    {
        var check = new RequestValidation();
        check.RequestId(request.RequestId)
            .Must(IsKind(request.Kind), "kind", "must be one of the kinds")
            .Id("key", request.Key)
            .Bytes("yaml", request.Yaml, RequestLimits.EntryYamlBytesMax)
            .Throw();
    }

    public static void Check(this V1.RemoveEntryRequest request)
    {
        var check = new RequestValidation();
        check.RequestId(request.RequestId)
            .Must(IsKind(request.Kind), "kind", "must be one of the kinds")
            .Id("key", request.Key)
            .Throw();
    }

    /// <returns>The roles that are asked for.</returns>
    public static Role Check(this V1.IssueTokenRequest request)
    {
        var check = new RequestValidation();
        check.Id("subject", request.Subject)
            .Must(request.Roles.Count > 0, "roles", "must name at least one")
            .Count("roles", request.Roles.Count, RoleNames.All.Count)
            .Must(
                request.LifetimeSeconds == 0
                    || request.LifetimeSeconds is >= RequestLimits.TokenSecondsMin and <= RequestLimits.TokenSecondsMax,
                "lifetime_seconds",
                "must be 60 to 31536000, or 0 for 43200");
        var roles = Role.None;
        for (var i = 0; i < request.Roles.Count && i < RoleNames.All.Count; i++)
        {
            var role = RoleNames.Parse(request.Roles[i]);
            var field = string.Create(CultureInfo.InvariantCulture, $"roles[{i}]");
            check.Must(role != Role.None, field, $"must be one of {RoleNames.ListOf(RoleNames.Every)}");
            roles |= role;
        }

        check.Throw();
        return roles;
    }

    private static bool IsKind(V1.EntryKind kind) => kind != V1.EntryKind.Unspecified && Enum.IsDefined(kind);
}
