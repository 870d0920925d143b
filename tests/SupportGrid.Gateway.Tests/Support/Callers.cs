using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Roles;

namespace SupportGrid.Gateway.Tests.Support;

internal static class Callers
{
    public static Caller With(Role roles, string subject = "ann", string tenant = "acme") =>
        new(tenant, subject, roles, TestTime.Noon.AddHours(1));
}
