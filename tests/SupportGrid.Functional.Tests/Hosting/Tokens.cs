using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Roles;

namespace SupportGrid.Functional.Tests.Hosting;

/// <summary>Tokens of a data folder's issuer, as the operator's command gives them.</summary>
internal static class Tokens
{
    public static string Issue(string dataFolder, string tenant, string subject, string roles)
    {
        using var issuer = LocalIssuer.Open(dataFolder, TimeProvider.System);
        var role = roles.Split(',').Aggregate(Role.None, (all, name) => all | RoleNames.Parse(name));
        return issuer.Issue(tenant, subject, role, TimeSpan.FromHours(1)).Token;
    }
}
