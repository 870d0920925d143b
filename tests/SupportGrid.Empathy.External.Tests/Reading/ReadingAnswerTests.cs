using System.Text.Json;
using SupportGrid.Empathy.Analysis;
using SupportGrid.Empathy.External.Reading;
using SupportGrid.Empathy.External.Tests.Support;

namespace SupportGrid.Empathy.External.Tests.Reading;

public sealed class ReadingAnswerTests
{
    private const int Max = 2_000;

    [Fact]
    public void The_labels_are_those_of_the_built_in_model() => Assert.Equal(
        EmpathyModels.Shipped.EmotionEn!.Header.Labels.Select(static l => l.Name).Order(StringComparer.Ordinal),
        EmotionLabels.All.Order(StringComparer.Ordinal));

    [Fact]
    public void An_answer_of_the_right_form_is_taken()
    {
        var reading = ReadingAnswer.Parse(Answers.Good, Max);
        Assert.Equal(0.8f, reading.Of("angry"));
        Assert.Equal(0.8f, reading.Abuse);
        Assert.Equal(1 - (0.2f * 0.2f * 0.2f * 0.2f), reading.Negative, 5);
    }

    [Fact]
    public void Backticks_around_an_answer_are_forgiven()
    {
        Assert.Equal(0.8f, ReadingAnswer.Parse($"```json\n{Answers.Good}\n```", Max).Abuse);
        Assert.Equal(0.8f, ReadingAnswer.Parse($" ```\n{Answers.Good}``` ", Max).Abuse);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Anything_else_is_refused(string what, string answer)
    {
        Assert.True(what.Length > 0);
        Assert.Throws<InvalidAnswerException>(() => ReadingAnswer.Parse(answer, Max));
    }

    /// <summary>Each differs from the good answer in one thing.</summary>
    public static TheoryData<string, string> Wrong() => new()
    {
        { "nothing", "" },
        { "words", "The customer is angry." },
        { "words before", "Sure! " + Answers.Good },
        { "words behind", Answers.Good + " Hope this helps." },
        { "two answers", Answers.Good + Answers.Good },
        { "cut", Answers.Good[..^5] },
        { "null", "null" },
        { "list", "[" + Answers.Good + "]" },
        { "another label", With("angry", "furious") },
        { "a label too many", With("\"angry\"", "\"furious\":0.1,\"angry\"") },
        { "a label too few", With("\"angry\":0.8,", "") },
        { "a label twice", With("\"angry\"", "\"angry\":0.1,\"angry\"") },
        { "another property", With("\"abuse\"", "\"alert\":1,\"abuse\"") },
        { "above 1", With("\"abuse\":0.8", "\"abuse\":1.01") },
        { "below 0", With("\"abuse\":0.8", "\"abuse\":-0.01") },
        { "too large for a number", With("\"abuse\":0.8", "\"abuse\":1e999") },
        { "no number", With("\"abuse\":0.8", "\"abuse\":NaN") },
        { "a text", With("\"abuse\":0.8", "\"abuse\":\"0.8\"") },
        { "a list in place of a number", With("\"abuse\":0.8", "\"abuse\":[0.8]") },
        { "deep", With("\"abuse\":0.8", "\"abuse\":" + new string('[', 500) + new string(']', 500)) },
        { "comments", With("\"abuse\"", "/*x*/\"abuse\"") },
        { "long", Answers.Good + new string(' ', Max) },
        { "only backticks", "```" },
        { "nothing between backticks", "``````" },
    };

    private static string With(string part, string instead)
    {
        Assert.Contains(part, Answers.Good, StringComparison.Ordinal);
        return Answers.Good.Replace(part, instead, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_damage_is_either_refused_or_within_bounds()
    {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var text = Answers.Of(random.NextDouble()).ToCharArray();
            for (var damage = random.Next(1, 4); damage > 0; damage--)
            {
                text[random.Next(text.Length)] = (char)random.Next(32, 127);
            }

            try
            {
                var reading = ReadingAnswer.Parse(new string(text), Max);
                Assert.All(
                    reading.Emotions.Append(reading.Abuse).Append(reading.Dissatisfied).Append(reading.Satisfied),
                    static p => Assert.InRange(p, 0, 1));
            }
            catch (InvalidAnswerException)
            {
                // Refused.
            }
        }
    }

    [Fact]
    public void The_schema_asks_for_what_the_parser_takes()
    {
        var schema = ReadingAnswer.Schema;
        Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
        Assert.Equal(
            ["emotion", "abuse", "dissatisfied", "satisfied"],
            schema.GetProperty("required").EnumerateArray().Select(static e => e.GetString()));
        Assert.Equal(JsonValueKind.Object, schema.GetProperty("properties").GetProperty("emotion").ValueKind);
    }
}
