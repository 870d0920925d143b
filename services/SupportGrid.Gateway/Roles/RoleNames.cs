using System.Collections.Immutable;

namespace SupportGrid.Gateway.Roles;

/// <summary>Roles as tokens spell them.</summary>
public static class RoleNames
{
    public static ImmutableSortedDictionary<string, Role> All { get; } = new Dictionary<string, Role>
    {
        ["customer"] = Role.Customer,
        ["channel"] = Role.Channel,
        ["agent"] = Role.Agent,
        ["supervisor"] = Role.Supervisor,
        ["wallboard"] = Role.Wallboard,
        ["admin"] = Role.Admin,
        ["service"] = Role.Service,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public static Role Every { get; } = All.Values.Aggregate(Role.None, (every, role) => every | role);

    /// <summary>The role of a name; <see cref="Role.None"/> for a name that is none of ours.</summary>
    public static Role Parse(string name) => All.GetValueOrDefault(name, Role.None);

    /// <summary>The names of a set of roles, in alphabetical order.</summary>
    public static IEnumerable<string> NamesOf(Role roles) =>
        All.Where(r => roles.HasFlag(r.Value)).Select(r => r.Key);

    /// <summary>The same as one text.</summary>
    public static string ListOf(Role roles) => string.Join(", ", NamesOf(roles));
}
