using System.Collections.Immutable;
using System.Text.Json;
using SupportGrid.Train.Data;

namespace SupportGrid.Train.Evaluation;

/// <summary>The folder of published sets, which lies beside the repository and is not part of it.</summary>
public sealed class DataFolder(string path)
{
    public const string Variable = "SUPPORTGRID_SHARED_DATA";

    public string Root { get; } = path;

    /// <summary>
    /// The folder that an option or the environment names, or the first shared/data above; null when there is none.
    /// </summary>
    public static DataFolder? Find(string? named)
    {
        var fromEnvironment = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } shared ? Path.Combine(shared, "data") : null;
        return new[] { named, fromEnvironment }.OfType<string>()
            .Concat(Above(Directory.GetCurrentDirectory()))
            .Concat(Above(AppContext.BaseDirectory))
            .Where(static f => Directory.Exists(Path.Combine(f, "goemotions")))
            .Select(static f => new DataFolder(f))
            .FirstOrDefault();
    }

    public string File(string format, string file) => Path.Combine(Root, format, file);

    /// <summary>The train part of the set, as its folder's description says; null where there is none.</summary>
    public LabelledSet? Train(string format, string set) => (format, set) switch
    {
        ("goemotions", _) => GoEmotionsFile.Read(File(format, "train.tsv.gz")),
        ("cold-zh-offensive", _) => ColdFile.Read(File(format, "train.csv.gz")),
        ("agent-conduct", _) => ConductFile.Read(File(format, "train.jsonl.gz")),
        ("airline", _) => AirlineFile.Read(File(format, "train.csv.gz")),
        ("tweeteval", _) => TweetEvalFile.Read(File(format, set["tweet-".Length..] + "_train_text.txt.gz")),
        ("epitome", _) => EpitomeFile.Read(File(format, set + ".train.csv.gz")),
        ("satisfaction", "satisfaction-jddc") => SatisfactionFile.Read(File(format, "jddc_train.jsonl.gz")),
        ("satisfaction", _) =>
            WithoutDev(SatisfactionFile.Read(File(format, set["satisfaction-".Length..] + ".jsonl.gz")), set["satisfaction-".Length..]),
        _ => null,
    };

    /// <summary>
    /// The train part of kindred sets that a set is learnt with: raters judged bookings and other errands alike, and
    /// more of it helps (cross-validated, MultiWOZ with SGD: average precision of dissatisfied .474 → .491).
    /// </summary>
    public ImmutableArray<Example> Akin(string set) => set switch
    {
        "satisfaction-mwoz" => Train("satisfaction", "satisfaction-sgd")!.Examples,
        "satisfaction-sgd" => Train("satisfaction", "satisfaction-mwoz")!.Examples,
        _ => [],
    };

    private LabelledSet WithoutDev(LabelledSet set, string name)
    {
        using var ids = JsonDocument.Parse(TextFile.ReadAll(File("satisfaction", "dev_ids.json")));
        if (!ids.RootElement.TryGetProperty(name, out var dev))
        {
            return set;
        }

        var kept = dev.EnumerateArray().Select(static d => d.GetString()!).ToHashSet();
        return set with { Examples = [.. set.Examples.Where(e => !kept.Contains(e.Group))] };
    }

    private static IEnumerable<string> Above(string path)
    {
        for (var at = new DirectoryInfo(path); at is not null; at = at.Parent)
        {
            yield return Path.Combine(at.FullName, "shared", "data");
        }
    }
}
