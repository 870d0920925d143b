using System.CommandLine;
using System.Globalization;
using SupportGrid.Empathy.Analysis;
using SupportGrid.Empathy.Models;
using SupportGrid.Train.Data;
using SupportGrid.Train.Evaluation;
using SupportGrid.Train.Groups;
using SupportGrid.Train.Shipping;
using SupportGrid.Train.Tenants;

namespace SupportGrid.Train;

/// <summary>The command line: train, evaluate and swap.</summary>
public static class TrainCommands
{
    private static readonly Option<string?> Data = new("--data")
    {
        Description = "The folder of published sets. Default: SUPPORTGRID_SHARED_DATA/data, or the first shared/data above.",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Print one JSON array instead of tables." };

    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "Labelled files of the format, gzip-compressed or not.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string> Format = new("--format")
    {
        Description = $"What the files are: {string.Join(", ", EvaluationFormat.All.Select(static f => f.Name))}.",
        Required = true,
    };

    private static readonly Option<string[]> TrainFiles = new("--train")
    {
        Description = "Train on these files of the format instead of taking the shipped or published model.",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string?> DevFile = new("--dev") { Description = "Choose thresholds on this file of the format." };

    private static readonly Option<string?> Cache = new("--cache")
    {
        Description = "Where measuring models are kept. Default: data/measuring beside SupportGrid.sln, which no commit takes in.",
    };

    private static readonly Option<int> Draws = new("--draws")
    {
        Description = "Bootstrap draws for the intervals; 0 for none.",
        DefaultValueFactory = _ => 500,
    };

    private static readonly Option<int> Seed = new("--seed") { Description = "Of the bootstrap.", DefaultValueFactory = _ => 1 };

    private static readonly Option<string> Out = new("--out")
    {
        Description = "Where models and cards are written.",
        DefaultValueFactory = _ => Path.Combine("shared", "SupportGrid.Empathy", "Models"),
    };

    private static readonly Option<string?> Date = new("--date") { Description = "The date in model and card, yyyy-mm-dd. Default: today." };

    private static readonly Option<string[]> Only = new("--only")
    {
        Description = "Only these shipped models.",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string[]> Tenant = new("--tenant")
    {
        Description = "Train on these conversations of a tenant's own instead, and write a model and its report.",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string> Task = new("--task")
    {
        Description = $"With --tenant: {string.Join(", ", TenantTask.All.Select(static t => t.Name))}.",
        DefaultValueFactory = _ => "satisfaction",
    };

    private static readonly Option<string> Language = new("--language")
    {
        Description = "With --tenant: en or zh.",
        DefaultValueFactory = _ => "en",
    };

    private static readonly Option<string[]> OwnModels = new("--model")
    {
        Description = "Model files of your own, each in the place that its name says.",
        AllowMultipleArgumentsPerToken = true,
    };

    public static RootCommand Build()
    {
        var evaluate = new Command(
            "evaluate", "Measures labelled files: F1, AP, intervals, calibration, speed, targets.")
        {
            Files, Format, TrainFiles, DevFile, Data, Cache, Draws, Seed, Json,
        };
        evaluate.SetAction(static parsed => Guarded(() => Evaluate(parsed)));
        var train = new Command("train", "Trains the models that the product ships, from data whose licences allow it.")
        {
            Data, Out, Date, Only, Tenant, Task, Language, Json,
        };
        Language.AcceptOnlyFromAmong("en", "zh");
        train.SetAction(static parsed => Guarded(() => Train(parsed)));
        var swap = new Command(
            "swap", "Puts words for groups of people into harmless messages and tells what the readings make of it.")
        {
            OwnModels, Json,
        };
        swap.SetAction(static parsed => Guarded(() => Swap(parsed)));
        return new RootCommand("Trains and measures the models of empathy cues.") { evaluate, train, swap };
    }

    private static void Train(ParseResult parsed)
    {
        if (parsed.GetValue(Tenant) is { Length: > 0 } files)
        {
            var folder = parsed.GetResult(Out) is { Implicit: false } ? parsed.GetRequiredValue(Out) : ".";
            var task = TenantTask.Find(parsed.GetRequiredValue(Task));
            Print(
                parsed, [TenantTraining.Make(files, task, parsed.GetRequiredValue(Language), folder, DateOf(parsed))]);
        }
        else
        {
            Shipment.Make(
                FolderOf(parsed), parsed.GetRequiredValue(Out), DateOf(parsed), parsed.GetValue(Only) ?? [], Tell);
        }
    }

    private static void Evaluate(ParseResult parsed)
    {
        var format = EvaluationFormat.Find(parsed.GetRequiredValue(Format));
        var models = new ModelSource(
            format,
            [.. parsed.GetValue(TrainFiles) ?? []],
            parsed.GetValue(DevFile),
            DataFolder.Find(parsed.GetValue(Data)),
            parsed.GetValue(Cache) ?? DefaultCache(),
            Tell);
        var evaluator = new Evaluator(format, models, parsed.GetValue(Draws), parsed.GetValue(Seed));
        Print(parsed, [.. FilesOf(format, parsed).SelectMany(evaluator.Run)]);
    }

    private static void Swap(ParseResult parsed)
    {
        var models = EmpathyModels.Shipped;
        foreach (var file in parsed.GetValue(OwnModels) ?? [])
        {
            models = models.With(ModelFile.Read(File.ReadAllBytes(file)));
        }

        var rows = SwapCheck.Run(models);
        if (parsed.GetValue(Json))
        {
            Console.Out.WriteLine(SectionWriter.ToJson(rows));
        }
        else
        {
            GroupTable.Write(Console.Out, rows);
        }
    }

    private static void Print(ParseResult parsed, List<Section> sections)
    {
        if (parsed.GetValue(Json))
        {
            Console.Out.WriteLine(SectionWriter.ToJson(sections));
        }
        else
        {
            SectionWriter.Write(Console.Out, sections);
        }
    }

    /// <summary>Of a pair of texts and labels, either or both may be named.</summary>
    private static IEnumerable<string> FilesOf(EvaluationFormat format, ParseResult parsed)
    {
        var files = parsed.GetRequiredValue(Files).AsEnumerable();
        return format.Name == "tweeteval"
            ? files.Select(static f => f.Replace("_labels.", "_text.", StringComparison.Ordinal)).Distinct()
            : files;
    }

    private static DataFolder FolderOf(ParseResult parsed) => DataFolder.Find(parsed.GetValue(Data))
        ?? throw new DataException("the folder of published sets was not found: give --data FOLDER.");

    private static string DateOf(ParseResult parsed)
    {
        var date = parsed.GetValue(Date) ?? TimeProvider.System.GetUtcNow().ToString(
            "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? date
            : throw new DataException("--date is yyyy-mm-dd.");
    }

    private static string? DefaultCache()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "SupportGrid.sln")))
            {
                return Path.Combine(at.FullName, "data", "measuring");
            }
        }

        return null;
    }

    private static void Tell(string line) => Console.Error.WriteLine(line);

    private static int Guarded(Action action)
    {
        try
        {
            action();
            return 0;
        }
        catch (Exception e) when (
            e is DataException or ModelFormatException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine("supportgrid-train: " + e.Message);
            return 2;
        }
    }
}
