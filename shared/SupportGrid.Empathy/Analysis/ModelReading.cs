using SupportGrid.Empathy.Models;

namespace SupportGrid.Empathy.Analysis;

/// <summary>What one model says about one turn. Filled again and again.</summary>
public sealed class ModelReading
{
    private readonly float[] _scores = new float[ModelHeader.LabelsMax];
    private readonly float[] _probabilities = new float[ModelHeader.LabelsMax];

    /// <summary>Null while no model reads this.</summary>
    public LinearModel? Model { get; private set; }

    /// <summary>Whether there is anything to see.</summary>
    public bool IsPresent => Model is not null;

    /// <summary>Logarithms of odds before calibration, by label of the model.</summary>
    public ReadOnlySpan<float> Scores => _scores.AsSpan(0, Model?.Labels ?? 0);

    /// <summary>Calibrated, by label of the model.</summary>
    public ReadOnlySpan<float> Probabilities => _probabilities.AsSpan(0, Model?.Labels ?? 0);

    /// <summary>Whether the model says that the label at the index holds.</summary>
    public bool Holds(int label) => Model is { } model && model.Holds(Scores, label);

    /// <summary>The probability of a label by name; 0 when there is no model or no such label.</summary>
    public float Of(string label)
    {
        for (var i = 0; i < (Model?.Labels ?? 0); i++)
        {
            if (Model!.Header.Labels[i].Name == label)
            {
                return _probabilities[i];
            }
        }

        return 0;
    }

    internal void Clear() => Model = null;

    internal Span<float> Begin(LinearModel model)
    {
        Model = model;
        return _scores.AsSpan(0, model.Labels);
    }

    internal void Finish()
    {
        Scores.CopyTo(_probabilities);
        Model!.Calibrate(_probabilities.AsSpan(0, Model.Labels));
    }
}
