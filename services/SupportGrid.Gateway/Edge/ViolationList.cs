using System.Globalization;
using Google.Rpc;
using FieldViolation = Google.Rpc.BadRequest.Types.FieldViolation;

namespace SupportGrid.Gateway.Edge;

/// <summary>
/// What is wrong with a request, cut to what clients take in trailers: all of it stays below 6 kB, whatever was sent.
/// A longer answer would reach most clients as an error of their own, without the reason.
/// </summary>
internal static class ViolationList
{
    /// <summary>Bytes of all violations of one answer.</summary>
    public const int BytesMax = 3_072;

    /// <summary>Bytes of the name of a field; it may be a path that the caller wrote.</summary>
    public const int FieldBytesMax = 200;

    /// <summary>Bytes of a rule; it may quote a value that the caller wrote.</summary>
    public const int RuleBytesMax = 300;

    /// <summary>
    /// Bytes of the sentence: it travels twice, and letters beyond ASCII take three bytes each in a header.
    /// </summary>
    public const int SentenceBytesMax = 360;

    /// <summary>As many as there is room for; then how many more there are.</summary>
    public static BadRequest Detail(IReadOnlyList<FieldViolation> violations)
    {
        var detail = new BadRequest();
        var bytes = 0;
        foreach (var violation in violations.Select(Short))
        {
            bytes += violation.CalculateSize();
            if (bytes > BytesMax)
            {
                var left = (violations.Count - detail.FieldViolations.Count).ToString(CultureInfo.InvariantCulture);
                detail.FieldViolations.Add(new FieldViolation { Description = $"and {left} more" });
                break;
            }

            detail.FieldViolations.Add(violation);
        }

        return detail;
    }

    /// <summary>Names the first. Rules that are whole sentences bring their own full stop.</summary>
    public static string Sentence(IReadOnlyList<FieldViolation> violations)
    {
        var first = Short(violations[0]);
        var count = violations.Count.ToString(CultureInfo.InvariantCulture);
        var where = violations.Count == 1 ? "" : $" in {count} places; the first";
        var sentence = $"The request is invalid{where}: {first.Field} {first.Description.TrimEnd('.')}";
        return $"{ShortText.Cut(sentence, SentenceBytesMax - 1)}.";
    }

    private static FieldViolation Short(FieldViolation violation) => new()
    {
        Field = ShortText.Cut(violation.Field, FieldBytesMax),
        Description = ShortText.Cut(violation.Description, RuleBytesMax),
    };
}
