using System.Globalization;
using SupportGrid.Empathy.External.Reading;

namespace SupportGrid.Empathy.External.Tests.Support;

internal static class Answers
{
    public static string Good { get; } = Of(0.8);

    /// <summary>An answer of the right form in which everything is as likely.</summary>
    public static string Of(double all)
    {
        var number = all.ToString("R", CultureInfo.InvariantCulture);
        var labels = string.Join(',', EmotionLabels.All.Select(l => $"\"{l}\":{number}"));
        return $$"""{"emotion":{{{labels}}},"abuse":{{number}},"dissatisfied":{{number}},"satisfied":{{number}}}""";
    }
}
