using System.Collections.Immutable;
using SupportGrid.Empathy.Conversations;
using SupportGrid.Empathy.Features;

namespace SupportGrid.Train.Recipes;

/// <summary>The recipes in use, by the name of the set that they learn from.</summary>
public static class KnownRecipes
{
    public static Recipe For(string set) => set switch
    {
        "service-10" => new("emotion-en", "en", English(15), [0.3, 1], [false], Ratios: true),
        "ekman" or "28-way" or "sentiment" => new(set, "en", English(15), [0.3, 1], [false], Ratios: true),
        "offensive-zh" => new("abuse-zh", "zh", Chinese(18), [1, 4], [true], Ratios: false),
        "conduct-en" => new(set, "en", English(15, "dialogue-turn-of-20"), [0.3, 1, 3], [false, true], Ratios: false),
        "satisfaction-jddc" => new(set, "zh", Chinese(17, DenseCues.Chinese), [0.1, 0.3, 1, 3], [false, true], Ratios: false),
        _ when set.StartsWith("satisfaction-", StringComparison.Ordinal) => new(
            set, "en", EnglishInContext(17), [0.1, 0.3, 1, 3], [false, true], Ratios: false),
        "tweet-emotion" or "tweet-offensive" or "airline" => new(set, "en", English(18), [1, 4], [true], Ratios: false),
        _ => new(set, "en", English(17, "length-of-600", "asks"), [0.3, 1, 3], [false, true], Ratios: false),
    };

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

    private static FeatureSpec EnglishInContext(int bits) => new(
        [
            .. English(bits).Channels,
            new FeatureChannel(TextField.PreviousOther, ChannelKind.Words, 1, 2, bits),
            new FeatureChannel(TextField.PreviousOwn, ChannelKind.Words, 1, 2, bits),
        ],
        DenseCues.English);
}
