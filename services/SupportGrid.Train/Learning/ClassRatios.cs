namespace SupportGrid.Train.Learning;

/// <summary>
/// How much each feature favours a label (the weighting of naive Bayes): the logarithm of its share among positives
/// over its share among the rest, each counted from 1.
/// </summary>
internal static class ClassRatios
{
    /// <returns>The squares, which are all that learning needs.</returns>
    public static float[] Squares(SparseRows rows, ReadOnlySpan<int> use, bool[] isPositive, int features)
    {
        var positive = new double[features];
        var rest = new double[features];
        Array.Fill(positive, 1);
        Array.Fill(rest, 1);
        foreach (var row in use)
        {
            var into = isPositive[row] ? positive : rest;
            var met = rows.Features(row);
            var values = rows.Values(row);
            for (var i = 0; i < met.Length; i++)
            {
                into[met[i]] += values[i];
            }
        }

        double positives = 0, rests = 0;
        for (var i = 0; i < features; i++)
        {
            positives += positive[i];
            rests += rest[i];
        }

        var squares = new float[features];
        for (var i = 0; i < features; i++)
        {
            var ratio = Exact.Log(positive[i] / positives) - Exact.Log(rest[i] / rests);
            squares[i] = (float)(ratio * ratio);
        }

        return squares;
    }
}
