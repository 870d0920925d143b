using System.Text;
using SupportGrid.Empathy.External.Reading;

namespace SupportGrid.Silo.Empathy.External;

/// <summary>What questions cost, in millionths of the operator's unit of currency.</summary>
internal static class ExternalPrice
{
    /// <summary>
    /// Tokens of the task and the schema, at most. As everywhere here a token is taken for a byte: no service makes
    /// more of a text than it has bytes.
    /// </summary>
    private const int TaskTokensMax = 4_000;

    /// <summary>Tokens that stand around a text.</summary>
    private const int FrameTokensMax = 64;

    /// <summary>
    /// The most that a question can cost. What stands in the place of personal data may be a little longer.
    /// </summary>
    public static long MostOf(ExternalTurn turn, ExternalModelOptions options, int charactersMax, int answerTokensMax)
    {
        var texts = turn.Before.Select(static m => m.Text).Append(turn.Text);
        var tokens = TaskTokensMax + texts.Sum(
            t => FrameTokensMax + (2 * Encoding.UTF8.GetByteCount(t.AsSpan(0, Math.Min(t.Length, charactersMax)))));
        return Of(tokens, answerTokensMax, options);
    }

    public static long Of(ReadingUsage usage, ExternalModelOptions options) =>
        Of(usage.InputTokens, usage.OutputTokens, options);

    // A price for a million tokens is one in millionths for each.
    private static long Of(long input, long output, ExternalModelOptions options) => (long)Math.Min(
        Math.Ceiling((input * options.PricePerMillionInputTokens) + (output * options.PricePerMillionOutputTokens)),
        long.MaxValue / 4);
}
