using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SupportGrid.Empathy.Models;
using SupportGrid.Train.Data;
using SupportGrid.Train.Learning;
using SupportGrid.Train.Recipes;

namespace SupportGrid.Train.Evaluation;

/// <summary>
/// Where the model for a view comes from: trained on the files that were named; else the shipped one; else trained on
/// the published train part and kept in the cache, since a class B set may be measured with but never shipped.
/// </summary>
/// <param name="cache">A folder that no repository and no image takes in; null keeps nothing.</param>
public sealed class ModelSource(
    EvaluationFormat format, ImmutableArray<string> trainFiles, string? devFile, DataFolder? data, string? cache, Action<string> tell)
{
    /// <summary>Whether a view has a model at all: a set without a train part is measured by rules alone.</summary>
    public bool Has(LabelledSet view) => !trainFiles.IsEmpty || view.Name != "support-strategy";

    /// <exception cref="DataException">There is neither a shipped model nor data to train one.</exception>
    public MeasuredModel For(LabelledSet view, LabelledSet set)
    {
        if (!trainFiles.IsEmpty)
        {
            var parts = trainFiles.Select(format.Read).ToList();
            var train = parts[0] with { Examples = [.. parts.SelectMany(static p => p.Examples)] };
            return Retuned(Train(ViewOf(train, view.Name), $"trained now on {string.Join(", ", trainFiles.Select(Path.GetFileName))}"));
        }

        if (EvaluationFormat.ShippedFor(view.Name) is { } name && ShippedModels.Find(name) is { } shipped)
        {
            var card = ShippedModels.CardOf(name);
            return Retuned(new MeasuredModel(
                shipped, $"the shipped model {name} of {card.Date}", card.Scores.FirstOrDefault()?.MacroF1, null));
        }

        var published = data?.Train(format.Name, set.Name) ?? throw new DataException(
            $"no model is shipped for {view.Name}, and there is no {format.Name} under shared/data to train one: give --train FILE or --data FOLDER.");
        return Retuned(FromCache(ViewOf(published, view.Name), data!.Akin(set.Name)));
    }

    private LabelledSet ViewOf(LabelledSet train, string view) =>
        format.Views(train).FirstOrDefault(v => v.Name == view)
        ?? throw new DataException($"the files of --train are for {train.Name}, not for {view}.");

    private MeasuredModel Train(LabelledSet train, string origin, ImmutableArray<Example> akin = default)
    {
        tell($"training on {train.Name}, {train.Examples.Length} items …");
        var trained = Trainer.Train(KnownRecipes.For(train.Name), train, "", "measured only, not shipped", null, akin);
        return MeasuredModel.Of(trained, origin);
    }

    private MeasuredModel FromCache(LabelledSet train, ImmutableArray<Example> akin)
    {
        const string Origin = "a measuring model trained on the train part of shared/data; it is not shipped";
        if (cache is null)
        {
            return Train(train, Origin, akin);
        }

        var file = Path.Combine(cache, $"{train.Name}-{KeyOf(train, akin)}.sgem");
        var score = Path.ChangeExtension(file, ".txt");
        if (File.Exists(file) && File.Exists(score))
        {
            var known = double.Parse(File.ReadAllText(score), CultureInfo.InvariantCulture);
            return new MeasuredModel(ModelFile.Read(File.ReadAllBytes(file)), Origin, known, train);
        }

        var trained = Train(train, Origin, akin);
        Directory.CreateDirectory(cache);
        File.WriteAllBytes(file, ModelFile.Write(trained.Model));
        File.WriteAllText(score, trained.CrossValidated!.Value.ToString("R", CultureInfo.InvariantCulture));
        return trained;
    }

    /// <summary>With a dev file, thresholds are chosen anew on it.</summary>
    private MeasuredModel Retuned(MeasuredModel measured) => devFile is null
        ? measured
        : measured with
        {
            Model = Tuning.On(measured.Model, format.Views(format.Read(devFile)).First(v => v.Labels.SequenceEqual(
                measured.Model.Header.Labels.Select(static l => l.Name)))),
            Origin = measured.Origin + $", thresholds tuned on {Path.GetFileName(devFile)}",
            IsRetuned = true,
        };

    /// <summary>The trainer, the recipe and the data decide what a cached model is.</summary>
    private static string KeyOf(LabelledSet train, ImmutableArray<Example> akin)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(KnownRecipes.For(train.Name).ToString() + Trainer.Version));
        foreach (var example in train.Examples.AddRange(akin))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(example.Text));
            hash.AppendData(Encoding.UTF8.GetBytes(example.PreviousOther));
            hash.AppendData([.. example.Labels.Select(static l => (byte)l)]);
            hash.AppendData(System.Runtime.InteropServices.MemoryMarshal.AsBytes(example.Dense.AsSpan()));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
