using System.Text;

namespace SupportGrid.Train.Data;

/// <summary>
/// Reads comma-separated values with a header: quotes as in RFC 4180, line breaks inside quotes allowed.
/// </summary>
internal static class Csv
{
    /// <summary>Rows as look-ups by column name, each with its number in the file (the header is 1).</summary>
    public static IEnumerable<CsvRow> Read(string path, params string[] needed)
    {
        var rows = Split(TextFile.ReadAll(path), path);
        if (!rows.MoveNext())
        {
            throw new DataException($"{path} is empty; expected a header with {string.Join(", ", needed)}.");
        }

        var columns = rows.Current;
        var places = columns.Select(static (name, index) => (name, index))
            .ToDictionary(static c => c.name, static c => c.index);
        var missing = needed.Where(n => !places.ContainsKey(n)).ToList();
        if (missing.Count > 0)
        {
            throw new DataException($"{path} has no column {string.Join(", ", missing)}.");
        }

        return Rows();

        IEnumerable<CsvRow> Rows()
        {
            for (var number = 2; rows.MoveNext(); number++)
            {
                if (rows.Current.Count != columns.Count)
                {
                    throw new DataException(
                        $"{path}, row {number}: {rows.Current.Count} values under {columns.Count} columns.");
                }

                yield return new CsvRow(path, number, places, rows.Current);
            }
        }
    }

    private static IEnumerator<List<string>> Split(string text, string path)
    {
        var row = new List<string>();
        var value = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                {
                    value.Append(c);
                    i++;
                }
                else if (c == '"')
                {
                    quoted = false;
                }
                else
                {
                    value.Append(c);
                }
            }
            else if (c == '"' && value.Length == 0)
            {
                quoted = true;
            }
            else if (c == ',')
            {
                row.Add(Take(value));
            }
            else if (c == '\n')
            {
                row.Add(Take(value));
                yield return row;
                row = [];
            }
            else if (c != '\r')
            {
                value.Append(c);
            }
        }

        if (quoted)
        {
            throw new DataException($"{path} ends inside quotes.");
        }

        if (row.Count > 0 || value.Length > 0)
        {
            row.Add(Take(value));
            yield return row;
        }
    }

    private static string Take(StringBuilder value)
    {
        var taken = value.ToString();
        value.Clear();
        return taken;
    }
}

/// <summary>One row of a file.</summary>
internal sealed record CsvRow(string Path, int Number, Dictionary<string, int> Places, List<string> Values)
{
    public string this[string column] => Values[Places[column]];

    /// <summary>A whole number between 0 and what is allowed.</summary>
    public int Whole(string column, int most) =>
        int.TryParse(this[column], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value)
            && value <= most
            ? value
            : throw new DataException($"{Path}, row {Number}: {column} is 0 to {most}.");
}
