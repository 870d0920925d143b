using System.Globalization;

namespace SupportGrid.Gateway.Admin.Yaml;

/// <summary>Finds the line of a path that a rule complains about.</summary>
internal static class YamlLines
{
    /// <summary>The line of the path, or of the nearest part of it that is written; 0 without a document.</summary>
    public static int Find(YamlNode? root, string path)
    {
        if (root is null)
        {
            return 0;
        }

        var line = root.Line;
        var at = root;
        foreach (var step in path.Split('/'))
        {
            switch (at)
            {
                case YamlNode.Mapping mapping
                    when mapping.Entries.FirstOrDefault(e => e.Key == step) is { Key: not null } entry:
                    (at, line) = (entry.Value, entry.Line);
                    break;
                case YamlNode.Sequence list
                    when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
                    && place >= 1 && place <= list.Items.Count:
                    at = list.Items[place - 1];
                    line = at.Line;
                    break;
                default:
                    return line;
            }
        }

        return line;
    }
}
