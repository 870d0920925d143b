using SupportGrid.Empathy.Conversations;
using SupportGrid.Empathy.Models;

namespace SupportGrid.Empathy.Analysis;

/// <summary>
/// Which model reads what. A place without a model stays silent; a tenant puts its own into it. Models are immutable,
/// so one set may serve every conversation.
/// </summary>
public sealed record EmpathyModels
{
    /// <summary>
    /// What the product ships: no satisfaction and no Chinese emotion, for which no data may be shipped.
    /// </summary>
    public static EmpathyModels Shipped { get; } = new()
    {
        EmotionEn = ShippedModels.Find(ShippedModels.EmotionEn),
        AbuseZh = ShippedModels.Find(ShippedModels.AbuseZh),
        ConductEn = ShippedModels.Find(ShippedModels.ConductEn),
    };

    public LinearModel? EmotionEn { get; init; }

    public LinearModel? EmotionZh { get; init; }

    /// <summary>Labels "safe" and "offensive".</summary>
    public LinearModel? AbuseZh { get; init; }

    public LinearModel? AbuseEn { get; init; }

    public LinearModel? ConductEn { get; init; }

    public LinearModel? ConductZh { get; init; }

    /// <summary>Labels "dissatisfied", "neutral", "satisfied".</summary>
    public LinearModel? SatisfactionEn { get; init; }

    public LinearModel? SatisfactionZh { get; init; }

    /// <summary>Whether a model of customers' turns reads numbers about the turn besides its words.</summary>
    internal bool HaveDenseCues => new[] { EmotionEn, EmotionZh, AbuseZh, AbuseEn, SatisfactionEn, SatisfactionZh }
        .Any(static m => m is { Header.Features.DenseCues.Length: > 0 });

    private LinearModel?[] All =>
        [EmotionEn, EmotionZh, AbuseZh, AbuseEn, ConductEn, ConductZh, SatisfactionEn, SatisfactionZh];

    /// <summary>The same with a tenant's model in the place that its name says, such as "satisfaction-zh".</summary>
    /// <exception cref="ModelFormatException">There is no place of that name.</exception>
    public EmpathyModels With(LinearModel model) => model.Header.Name switch
    {
        "emotion-en" => this with { EmotionEn = model },
        "emotion-zh" => this with { EmotionZh = model },
        "abuse-en" => this with { AbuseEn = model },
        "abuse-zh" => this with { AbuseZh = model },
        "conduct-en" => this with { ConductEn = model },
        "conduct-zh" => this with { ConductZh = model },
        "satisfaction-en" => this with { SatisfactionEn = model },
        "satisfaction-zh" => this with { SatisfactionZh = model },
        var name => throw new ModelFormatException(ModelFault.Unsound, $"No reading takes a model named {name}."),
    };

    /// <summary>Refuses a model that asks for dense cues nobody computes.</summary>
    /// <exception cref="ModelFormatException">With the name of the cue.</exception>
    public void Check()
    {
        foreach (var model in All)
        {
            foreach (var cue in model?.Header.Features.DenseCues ?? [])
            {
                if (!DenseCues.IsKnown(cue))
                {
                    throw new ModelFormatException(
                        ModelFault.Newer, $"The model {model!.Header.Name} asks for the dense cue {cue}, which this version does not know.");
                }
            }
        }
    }
}
