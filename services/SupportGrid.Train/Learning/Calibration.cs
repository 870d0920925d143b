namespace SupportGrid.Train.Learning;

/// <summary>
/// A logistic curve that turns scores into probabilities, fitted to scores of examples that the scoring weights had not
/// seen (Platt's method, with his smoothed targets).
/// </summary>
internal static class Calibration
{
    public static (double Slope, double Offset) Fit(ReadOnlySpan<float> scores, ReadOnlySpan<bool> holds)
    {
        var positives = holds.Count(true);
        var high = (positives + 1.0) / (positives + 2.0);
        var low = 1.0 / (holds.Length - positives + 2.0);
        double slope = 1, offset = 0;
        for (var round = 0; round < 50; round++)
        {
            double ga = 0, gb = 0, haa = 1e-9, hab = 0, hbb = 1e-9;
            for (var i = 0; i < scores.Length; i++)
            {
                var p = Exact.Logistic((slope * scores[i]) + offset);
                var error = p - (holds[i] ? high : low);
                var spread = p * (1 - p);
                ga += error * scores[i];
                gb += error;
                haa += spread * scores[i] * scores[i];
                hab += spread * scores[i];
                hbb += spread;
            }

            var determinant = (haa * hbb) - (hab * hab);
            var da = ((hbb * ga) - (hab * gb)) / determinant;
            var db = ((haa * gb) - (hab * ga)) / determinant;

            // Full Newton steps may jump where scores part the classes cleanly; a bounded step still arrives.
            var size = Math.Max(Math.Abs(da), Math.Abs(db));
            var scale = size > 2 ? 2 / size : 1;
            slope -= scale * da;
            offset -= scale * db;
            if (size < 1e-8)
            {
                break;
            }
        }

        return (slope, offset);
    }
}
