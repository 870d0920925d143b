using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Roles;
using SupportGrid.Replay.Playing;

namespace SupportGrid.Standalone.Demo;

/// <summary>
/// Addresses of the demo's pages that sign in whoever opens them. The token stands behind the "#", which browsers send
/// to nobody.
/// </summary>
public static class DemoLinks
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    /// <summary>One line per page.</summary>
    public static IEnumerable<string> Of(LocalIssuer issuer, Uri pages)
    {
        foreach (var agent in ReplaySetup.People)
        {
            yield return $"Desk of {agent,-4} {Link(issuer, pages, "desk", agent, Role.Agent)}";
        }

        yield return $"Supervisor   {Link(issuer, pages, "floor", "demo-supervisor", Role.Supervisor)}";
        yield return $"Wallboard    {Link(issuer, pages, "wallboard", "demo-screen", Role.Wallboard)}";
        yield return $"Chat         {new Uri(pages, $"chat/demo?tenant={DemoRunner.Tenant}&queue=support")}";
        yield return $"Admin        {Link(issuer, pages, "admin", "demo-admin", Role.Admin | Role.Supervisor)}";
    }

    private static string Link(LocalIssuer issuer, Uri pages, string page, string subject, Role roles) =>
        $"{new Uri(pages, page)}#token={issuer.Issue(DemoRunner.Tenant, subject, roles, Lifetime).Token}";
}
