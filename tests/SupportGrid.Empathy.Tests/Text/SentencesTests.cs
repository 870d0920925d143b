using SupportGrid.Empathy.Text;

namespace SupportGrid.Empathy.Tests.Text;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("I see. That is bad! Shall we?", "I see.|That is bad!|Shall we?")]
    [InlineData("Version 2.5 is out", "Version 2.5 is out")]
    [InlineData("你好。怎么了？我等着", "你好。|怎么了？|我等着")]
    [InlineData("one\ntwo", "one|two")]
    [InlineData("   ", "")]
    public void A_text_is_parted_after_the_marks_that_end_sentences(string text, string expected)
    {
        var sentences = new List<string>();
        for (var at = 0; Sentences.Next(text, at, out var sentence); at = sentence.End)
        {
            sentences.Add(text.Substring(sentence.Start, sentence.Length));
        }

        Assert.Equal(expected, string.Join('|', sentences));
    }
}
