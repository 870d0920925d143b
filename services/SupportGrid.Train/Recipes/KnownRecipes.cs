using System.Collections.Immutable;
using SupportGrid.Empathy.Conversations;
using SupportGrid.Empathy.Features;
using SupportGrid.Train.Data;

namespace SupportGrid.Train.Recipes;

/// <summary>The recipes in use, by the name of the set that they learn from.</summary>
public static class KnownRecipes
{
    public static Recipe For(string set) => set switch
    {
        "service-10" => new("emotion-en", "en", English(15), [.. Plain(1), .. Ratios(0.3, 1)]),
        "ekman" or "28-way" or "sentiment" => new(set, "en", English(15), Ratios(0.3, 1)),
        "offensive-zh" => new("abuse-zh", "zh", Chinese(18), Balanced(1, 4)),
        "conduct-en" =>
            new(set, "en", English(15, "dialogue-turn-of-20"), [.. Plain(1, 3), .. Balanced(1, 3), .. Balanced(Ratios(1))]),
        "satisfaction-jddc" =>
            new(set, "zh", Chinese(17, DenseCues.Chinese), [.. Plain(0.3, 1, 3), .. Balanced(0.3, 1, 3)]),
        _ when set.StartsWith("satisfaction-", StringComparison.Ordinal) => new(
            set, "en", EnglishInContext(16), [.. Plain(0.1, 0.3), .. Balanced(0.1, 0.3), .. Balanced(Ratios(0.03))]),
        "tweet-emotion" or "tweet-offensive" =>
            new(set, "en", English(17, "rule:profanity"), [.. Balanced(1, 4), .. Balanced(Ratios(0.3, 1))]),
        "support-strategy" => new(set, "en", English(15), [.. Plain(1), .. Balanced(1)]),
        "airline" => new(set, "en", English(17), [.. Balanced(1, 4), .. Balanced(Ratios(0.3, 1))]),
        _ =>
            new(set, "en", English(17, EpitomeFile.Cues), [.. Plain(0.3, 1, 3), .. Balanced(1, 3), .. Balanced(Ratios(0.3, 1))]),
    };

    public static ImmutableArray<FitOption> Plain(params ReadOnlySpan<double> costs) =>
        [.. costs.ToArray().Select(static c => new FitOption(c, false, false))];

    public static ImmutableArray<FitOption> Ratios(params ReadOnlySpan<double> costs) =>
        [.. costs.ToArray().Select(static c => new FitOption(c, false, true))];

    public static ImmutableArray<FitOption> Balanced(params ReadOnlySpan<double> costs) => Balanced(Plain(costs));

    public static ImmutableArray<FitOption> Balanced(ImmutableArray<FitOption> options) =>
        [.. options.Select(static o => o with { IsBalanced = true })];

    /// <summary>The turn alone: words of one or two, characters of two to five.</summary>
    public static FeatureSpec English(int bits, params ImmutableArray<string> cues) => new(
        [
            new FeatureChannel(TextField.Turn, ChannelKind.Words, 1, 2, bits),
            new FeatureChannel(TextField.Turn, ChannelKind.WordCharacters, 2, 5, bits),
        ],
        cues);

    /// <summary>The turn alone, by characters of one to three: no segmentation into words.</summary>
    public static FeatureSpec Chinese(int bits, params ImmutableArray<string> cues) => new(
        [new FeatureChannel(TextField.Turn, ChannelKind.Characters, 1, 3, bits)], cues);

    /// <summary>The turn with the other side's last and the own last two, by words.</summary>
    public static FeatureSpec EnglishInContext(int bits) => new(
        [
            .. English(bits).Channels,
            new FeatureChannel(TextField.PreviousOther, ChannelKind.Words, 1, 2, bits),
            new FeatureChannel(TextField.PreviousOwn, ChannelKind.Words, 1, 2, bits),
        ],
        DenseCues.English);
}
