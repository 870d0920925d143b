using System.Collections.Immutable;
using SupportGrid.Empathy.Features;
using SupportGrid.Train.Data;

namespace SupportGrid.Train.Learning;

/// <summary>Parts examples into folds by their groups, so that a dialogue is never in two.</summary>
internal static class Folds
{
    public static int[] Of(ImmutableArray<Example> examples, int folds) =>
        [.. examples.Select(e => (int)(NgramHash.Finish(NgramHash.Of(e.Group)) % (uint)folds))];
}
