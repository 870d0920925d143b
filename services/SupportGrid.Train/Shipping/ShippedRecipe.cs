using System.Collections.Immutable;
using SupportGrid.Empathy.Models;
using SupportGrid.Train.Evaluation;

namespace SupportGrid.Train.Shipping;

/// <summary>A model that the product ships: from which class A data, and what its card must say.</summary>
/// <param name="View">The grouping of the set that is learnt.</param>
/// <param name="DevFile">The part that nothing is learnt from and nothing tuned on; the card states scores on
/// it.</param>
public sealed record ShippedRecipe(
    string Model,
    string Format,
    string View,
    string DevFile,
    string Set,
    string Licence,
    string Source,
    string Intended,
    ImmutableArray<string> Limits)
{
    public static ImmutableArray<ShippedRecipe> All { get; } =
    [
        new(
            ShippedModels.EmotionEn,
            "goemotions",
            "service-10",
            "dev.tsv.gz",
            "GoEmotions, 28 labels put together in ten service groups",
            "Apache-2.0",
            "google-research/google-research, goemotions (arXiv 2005.00547)",
            "Emotion of an English turn of a customer, as a hint to the agent who reads it.",
            [
                "Trained on comments of a discussion site, not on customers: expect loss in service talk.",
                "Reads words only: no irony, no history, no tone of voice.",
                "Surprise and dissatisfaction are recognised poorly (F1 below .5); raters themselves disagree on them.",
                "Never alone a reason for an alert, for routing or for judging a person.",
            ]),
        new(
            ShippedModels.AbuseZh,
            "cold-zh-offensive",
            "offensive-zh",
            "dev.csv.gz",
            "COLD, Chinese offensive language",
            "Apache-2.0",
            "thu-coai/COLDataset",
            "Abuse in Chinese text, as a hint to the agent and the supervisor.",
            [
                "Its topics are race, gender and region: it measures abuse, not a customer's anger.",
                "Labels of train and dev were made half by machine. The dev figure is no quality: a model of this kind that scores .90"
                    + " there scored .79 on text that people labelled.",
                "Text that speaks about discrimination is easily taken for abuse.",
                "Harmless texts about women and men are taken for abuse twice as often as others, those about where people"
                    + " come from half as often again: a cue is shown from a probability of .95 on, and alerts never rest on it.",
            ]),
        new(
            ShippedModels.ConductEn,
            "agent-conduct",
            "conduct-en",
            "dev.jsonl.gz",
            "Conduct of agents' turns in task dialogues (MultiWOZ)",
            "Apache-2.0 by repository; the release of user emotions that the labels belong to is CC BY-NC 4.0: ask before a commercial release",
            "ConvLab/ConvLab-3, emowoz 2.0 conduct labels",
            "Whether an English turn of an agent apologises, is enthusiastic or appreciative, to recognise empathy that was shown.",
            [
                "Trained on booking dialogues in which people played agents.",
                "Enthusiastic is recognised poorly (F1 about .5); compassionate occurs once in the data and is not recognised at all.",
                "The model lies in a file of its own, so that it can be left out where its labels' licence is in doubt.",
            ]),
    ];

    public EvaluationFormat EvaluationFormat => EvaluationFormat.Find(Format);
}
