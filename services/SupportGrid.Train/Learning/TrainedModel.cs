using System.Collections.Immutable;
using SupportGrid.Empathy.Models;
using SupportGrid.Train.Data;
using SupportGrid.Train.Recipes;

namespace SupportGrid.Train.Learning;

/// <summary>A model and what is known about how it came to be.</summary>
/// <param name="Choices">By label: what cross-validation chose.</param>
/// <param name="Unseen">By label and example: scores by weights that had not seen the example.</param>
public sealed record TrainedModel(
    LinearModel Model, Recipe Recipe, LabelledSet Set, ImmutableArray<string> Choices, float[][] Unseen);
