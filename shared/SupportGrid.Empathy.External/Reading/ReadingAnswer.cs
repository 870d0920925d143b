using System.Collections.Immutable;
using System.Text.Json;

namespace SupportGrid.Empathy.External.Reading;

/// <summary>
/// The answer that a model must give: an object with exactly these numbers, each from 0 to 1. Whatever a customer's
/// text makes a model say, more than these numbers of this one turn it cannot change.
/// </summary>
internal static class ReadingAnswer
{
    private const string Emotion = "emotion";
    private const string Abuse = "abuse";
    private const string Dissatisfied = "dissatisfied";
    private const string Satisfied = "satisfied";
    private const int DepthMax = 2;

    private static readonly ImmutableArray<string> Properties = [Emotion, Abuse, Dissatisfied, Satisfied];

    private static readonly JsonDocumentOptions Strict = new()
    {
        AllowDuplicateProperties = false,
        AllowTrailingCommas = false,
        CommentHandling = JsonCommentHandling.Disallow,
        MaxDepth = DepthMax,
    };

    /// <summary>What a service may be told of it.</summary>
    public static JsonElement Schema { get; } = JsonSerializer.SerializeToElement(new Dictionary<string, object>
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = Properties,
        ["properties"] = new Dictionary<string, object>
        {
            [Emotion] = new Dictionary<string, object>
            {
                ["type"] = "object",
                ["additionalProperties"] = false,
                ["required"] = EmotionLabels.All,
                ["properties"] = EmotionLabels.All.ToDictionary(static l => l, static _ => Probability),
            },
            [Abuse] = Probability,
            [Dissatisfied] = Probability,
            [Satisfied] = Probability,
        },
    });

    private static Dictionary<string, object> Probability => new()
    {
        ["type"] = "number", ["minimum"] = 0, ["maximum"] = 1,
    };

    /// <exception cref="InvalidAnswerException">It is anything else.</exception>
    public static ExternalReading Parse(string answer, int charactersMax)
    {
        if (answer.Length > charactersMax)
        {
            throw new InvalidAnswerException("The answer is too long.");
        }

        try
        {
            using var json = JsonDocument.Parse(WithoutFence(answer), Strict);
            return Read(json.RootElement);
        }
        catch (JsonException)
        {
            throw new InvalidAnswerException("The answer is no JSON of this form.");
        }
    }

    private static ExternalReading Read(JsonElement answer)
    {
        MustHave(answer, Properties);
        var emotion = answer.GetProperty(Emotion);
        MustHave(emotion, EmotionLabels.All);
        return new ExternalReading(
            [.. EmotionLabels.All.Select(label => Number(emotion, label))],
            Number(answer, Abuse),
            Number(answer, Dissatisfied),
            Number(answer, Satisfied));
    }

    private static void MustHave(JsonElement element, ImmutableArray<string> names)
    {
        if (element.ValueKind != JsonValueKind.Object
            || element.EnumerateObject().Count() != names.Length
            || !names.All(n => element.TryGetProperty(n, out _)))
        {
            throw new InvalidAnswerException("The answer has other properties than it must have.");
        }
    }

    private static float Number(JsonElement element, string name) =>
        element.GetProperty(name) is { ValueKind: JsonValueKind.Number } value
        && value.TryGetDouble(out var number)
        && number is >= 0 and <= 1
            ? (float)number
            : throw new InvalidAnswerException("A number of the answer is none from 0 to 1.");

    /// <summary>Many models put JSON between three backticks, whatever they are told.</summary>
    private static ReadOnlyMemory<char> WithoutFence(string answer)
    {
        var text = answer.AsMemory().Trim();
        const string Fence = "```";
        if (!text.Span.StartsWith(Fence) || !text.Span.EndsWith(Fence) || text.Length < 2 * Fence.Length)
        {
            return text;
        }

        var inner = text[Fence.Length..^Fence.Length];
        return inner.Span.StartsWith("json", StringComparison.OrdinalIgnoreCase) ? inner["json".Length..] : inner;
    }
}
