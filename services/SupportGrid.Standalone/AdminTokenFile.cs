using System.Text;
using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Roles;

namespace SupportGrid.Standalone;

/// <summary>
/// The administrator's token for tools on the same machine: written on every start, readable by the owner only, valid
/// for 30 days.
/// </summary>
public static class AdminTokenFile
{
    public const string Name = "admin-token";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    public static string Write(LocalIssuer issuer, string dataFolder, string tenant)
    {
        var token = issuer.Issue(tenant, "operator", Role.Admin | Role.Supervisor, Lifetime).Token;
        var path = Path.Combine(dataFolder, Name);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
        file.Write(Encoding.ASCII.GetBytes(token + "\n"));
        return token;
    }
}
