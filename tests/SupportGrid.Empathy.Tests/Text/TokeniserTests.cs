using SupportGrid.Empathy.Text;

namespace SupportGrid.Empathy.Tests.Text;

public sealed class TokeniserTests
{
    [Theory]
    [InlineData("Don't worry!!", "don't|worry|!!")]
    [InlineData("it’s  10:30, really?!", "it's|10|:|30|,|really|?!")]
    [InlineData("'quoted'", "'|quoted|'")]
    [InlineData("ok 👍🏽 fine", "ok|👍|🏽|fine")]
    [InlineData("naïve café", "naïve|café")]
    [InlineData("ＯＫ！", "ok|!")]
    [InlineData("你好", "你好")]
    [InlineData("   ", "")]
    [InlineData("a_b-c", "a_b|-|c")]
    public void Words_marks_and_emoji_are_tokens(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Split(text)));

    [Fact]
    public void A_lone_surrogate_is_a_mark_by_itself() => Assert.Equal(["a", "\ud83d", "b"], Split("a\ud83db"));

    [Fact]
    public void A_pair_at_the_cut_is_left_out_whole()
    {
        var folded = new FoldedText();
        folded.Take(new string('a', FoldedText.UnitsMax - 2) + "😀😀");
        Assert.True(folded.IsCut);
        Assert.Equal('a', folded.Units[^1]);
    }

    [Fact]
    public void Every_unit_of_a_folded_text_knows_where_it_came_from()
    {
        const string Text = "  Wait \t\n  THERE’s 😀 more";
        var folded = new FoldedText();
        folded.Take(Text);
        Assert.Equal("wait there's 😀 more", folded.Units.ToString());
        Assert.Equal(Text.IndexOf("THERE", StringComparison.Ordinal), folded.OriginOf(5));
        Assert.Equal(Text.IndexOf("😀", StringComparison.Ordinal), folded.OriginOf(13));
        Assert.Equal(Text.Length, folded.OriginOf(folded.Length));
    }

    private static List<string> Split(string text)
    {
        var folded = new FoldedText();
        folded.Take(text);
        var tokens = new Token[folded.Length];
        var count = Tokeniser.Split(folded.Units, tokens);
        return [.. tokens.Take(count).Select(t => folded.Units.Slice(t.Start, t.Length).ToString())];
    }
}
