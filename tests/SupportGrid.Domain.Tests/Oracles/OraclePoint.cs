using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SupportGrid.Domain.Tests.Oracles;

/// <summary>
/// One test point of the published queueing oracles: a setting, and what a right router must measure.
/// </summary>
internal sealed record OraclePoint(
    string Id, JsonElement Parameters, int Contacts, int Warmup, IReadOnlyList<OracleMeasure> Measures)
{
    public static IReadOnlyList<OraclePoint> All { get; } = Read();

    public static OraclePoint Of(string id) => All.Single(point => point.Id == id);

    /// <summary>A number that is given once, or once for each class.</summary>
    public double[] Numbers(string name)
    {
        var value = Parameters.GetProperty(name);
        return value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(static e => e.ValueKind == JsonValueKind.Null ? 0 : e.GetDouble())]
            : [value.GetDouble()];
    }

    public double[]? NumbersOrNull(string name) => Parameters.TryGetProperty(name, out _) ? Numbers(name) : null;

    public double Number(string name) => Numbers(name)[0];

    private static List<OraclePoint> Read()
    {
        if (SharedData.Folder is not { } folder)
        {
            return [];
        }

        var rows = File.ReadLines(Path.Combine(folder, "oracles", "simulation.csv")).Select(Split).ToList();
        var names = rows[0];
        string Cell(List<string> row, string name) => row[names.IndexOf(name)];
        double Number(List<string> row, string name) => double.Parse(Cell(row, name), CultureInfo.InvariantCulture);
        return
        [
            .. rows.Skip(1)
                .Where(row => int.TryParse(Cell(row, "contacts"), CultureInfo.InvariantCulture, out _))
                .GroupBy(row => Cell(row, "oracle_id"))
                .Select(point => new OraclePoint(
                    point.Key,
                    JsonDocument.Parse(Cell(point.First(), "params")).RootElement,
                    (int)Number(point.First(), "contacts"),
                    (int)Number(point.First(), "warmup"),
                    [.. point.Select(row => new OracleMeasure(
                        Cell(row, "metric"),
                        Cell(row, "cls"),
                        Number(row, "expected"),
                        Number(row, "tolerance"),
                        Cell(row, "power")))])),
        ];
    }

    private static List<string> Split(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (line[i] == '"')
            {
                quoted = !quoted;
            }
            else if (line[i] == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(line[i]);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }
}

/// <summary>What one run must measure, within its tolerance.</summary>
internal sealed record OracleMeasure(string Metric, string Class, double Expected, double Tolerance, string Power);
