using System.Collections.Immutable;
using SupportGrid.Domain.Configurations;
using SupportGrid.Gateway.Admin.Yaml;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Admin;

/// <summary>
/// A tenant's configuration as YAML. Reading is strict: unknown and repeated keys, wrong types and broken rules are
/// errors, all of them told at once with their lines. What is not written has the defaults of
/// <see cref="ConfigurationYamlDefaults"/>. Versions are not part of the text.
/// </summary>
public static class ConfigurationYaml
{
    /// <summary>
    /// The whole configuration. A text that says nothing is an accident, not the wish to remove everything.
    /// </summary>
    /// <exception cref="OperationCanceledException">Nobody waits for the result any more.</exception>
    public static ConfigurationYamlResult Read(string yaml, CancellationToken cancelled = default)
    {
        var problems = new YamlProblems();
        var root = YamlTree.Parse(yaml, "", problems, cancelled);
        if (root is { IsEmpty: true })
        {
            problems.Add(root.Line, "", "says nothing; write {} if everything shall be removed");
        }

        if (root is null or { IsEmpty: true })
        {
            return new ConfigurationYamlResult(null, problems.ToList());
        }

        var place = new YamlPlace(root, root.Line, "", problems).AsMapping();
        place.Only("skills", "presences", "queues", "agents", "chat");
        var wanted = new Configuration(
            0,
            ReadSection(place.Field("skills"), ConfigurationYamlEntries.Skill),
            ReadSection(place.Field("presences"), ConfigurationYamlEntries.Presence),
            ReadSection(place.Field("queues"), ConfigurationYamlQueues.Read),
            ReadSection(place.Field("agents"), ConfigurationYamlAgents.Read))
        {
            Chat = ConfigurationYamlChat.Read(place.Field("chat")),
        };
        return Checked(wanted, root, problems);
    }

    /// <summary>The configuration with one entry created or replaced by what stands below its key.</summary>
    /// <exception cref="OperationCanceledException">Nobody waits for the result any more.</exception>
    public static ConfigurationYamlResult Put(
        Configuration before, V1.EntryKind kind, string key, string yaml, CancellationToken cancelled = default)
    {
        var problems = new YamlProblems();
        var section = SectionOf(kind);
        var root = YamlTree.Parse(yaml, $"{section}/{key}", problems, cancelled);
        if (root is null)
        {
            return new ConfigurationYamlResult(null, problems.ToList());
        }

        var place = new YamlPlace(root, root.Line, $"{section}/{key}", problems);
        var wanted = kind switch
        {
            V1.EntryKind.Skill => before with
            {
                Skills = before.Skills.SetItem(key, ConfigurationYamlEntries.Skill(key, place)),
            },
            V1.EntryKind.Presence => before with
            {
                Presences = before.Presences.SetItem(key, ConfigurationYamlEntries.Presence(key, place)),
            },
            V1.EntryKind.Queue => before with
            {
                Queues = before.Queues.SetItem(key, ConfigurationYamlQueues.Read(key, place)),
            },
            _ => before with { Agents = before.Agents.SetItem(key, ConfigurationYamlAgents.Read(key, place)) },
        };
        return Checked(wanted, Under(section, key, root), problems);
    }

    /// <summary>The configuration without one entry. Removing what is not there changes nothing.</summary>
    public static ConfigurationYamlResult Remove(Configuration before, V1.EntryKind kind, string key)
    {
        var wanted = kind switch
        {
            V1.EntryKind.Skill => before with { Skills = before.Skills.Remove(key) },
            V1.EntryKind.Presence => before with { Presences = before.Presences.Remove(key) },
            V1.EntryKind.Queue => before with { Queues = before.Queues.Remove(key) },
            _ => before with { Agents = before.Agents.Remove(key) },
        };
        return Checked(wanted, root: null, new YamlProblems());
    }

    /// <summary>The same configuration always gives the same text; reading it gives the same configuration.</summary>
    public static string Write(Configuration configuration) => ConfigurationYamlWriter.Write(configuration);

    private static ImmutableSortedDictionary<string, T> ReadSection<T>(
        YamlPlace section, Func<string, YamlPlace, T> read) =>
        section.AsMapping().Fields().ToImmutableSortedDictionary(
            f => f.Key, f => read(f.Key, f.Place), StringComparer.Ordinal);

    /// <summary>
    /// Rules are checked only on a text that reads well: half of one breaks rules that its author kept.
    /// </summary>
    private static ConfigurationYamlResult Checked(Configuration wanted, YamlNode? root, YamlProblems problems)
    {
        if (problems.IsEmpty)
        {
            // Each takes a walk through the text; those beyond what is kept would take it for nothing.
            foreach (var problem in ConfigurationRules.Check(wanted).Take(YamlProblems.Max))
            {
                problems.Add(YamlLines.Find(root, problem.Path), problem.Path, problem.Rule);
            }
        }

        return new ConfigurationYamlResult(problems.IsEmpty ? wanted : null, problems.ToList());
    }

    private static YamlNode.Mapping Under(string section, string key, YamlNode entry)
    {
        var inner = new YamlNode.Mapping([new YamlEntry(key, entry.Line, entry)], entry.Line);
        return new YamlNode.Mapping([new YamlEntry(section, entry.Line, inner)], entry.Line);
    }

    private static string SectionOf(V1.EntryKind kind) => kind switch
    {
        V1.EntryKind.Skill => "skills",
        V1.EntryKind.Presence => "presences",
        V1.EntryKind.Queue => "queues",
        V1.EntryKind.Agent => "agents",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Checked before."),
    };
}
