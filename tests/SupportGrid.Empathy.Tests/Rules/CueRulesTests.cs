using System.Collections.Immutable;
using System.Diagnostics;
using SupportGrid.Empathy.Rules;
using SupportGrid.Empathy.Text;

namespace SupportGrid.Empathy.Tests.Rules;

public sealed class CueRulesTests
{
    [Theory]
    [InlineData("agent-apologises", "I'm sorry about the delay", "The sorrel soup is ready")]
    [InlineData("agent-apologises", "Unfortunately we are out of stock", "That is fortunate")]
    [InlineData("agent-warm-closing", "You’re welcome, good bye!", "Your booking is done")]
    [InlineData("agent-explores", "Which colour is the lamp?", "The lamp is red.")]
    [InlineData("agent-acknowledges", "I hope it gets easier", "The hopper is full")]
    [InlineData("agent-understands", "That must be tiring", "You must sign here")]
    [InlineData("agent-apologises-zh", "非常抱歉给您带来不便", "您的包裹已发出")]
    [InlineData("agent-warm-closing-zh", "祝您生活愉快", "请提供编号")]
    [InlineData("agent-acknowledges-zh", "非常理解您的着急", "已为您登记")]
    [InlineData("customer-thanks", "Thx, that worked", "The tyre is flat")]
    [InlineData("customer-thanks-zh", "太谢谢了", "什么时候到")]
    [InlineData("effort-strong", "I was on hold for an hour", "Please hold the door")]
    [InlineData("effort-wide", "this is the 3rd time I write", "the third shelf is empty")]
    [InlineData("effort-wide", "been waiting for 3 weeks", "it takes weeks of practice")]
    [InlineData("profanity", "what a shitty answer", "what a short answer")]
    [InlineData("customer-anxious", "I'm worried about my deposit", "The word is missing")]
    [InlineData("customer-confused", "I don’t understand the bill", "I understand the bill")]
    [InlineData("customer-apologises", "my bad, wrong number", "my bag is lost")]
    [InlineData("complaint-or-human-zh", "我要转人工", "我要换货")]
    [InlineData("repetition-zh", "怎么还没发货", "什么时候发货")]
    [InlineData("repeated-marks-zh", "人呢？？", "在吗？")]
    [InlineData("asks-for-human", "let me talk to a real person", "I am talking to my person of trust, mother")]
    [InlineData("asks-for-manager", "I want to speak with your manager", "The account manager page is down")]
    [InlineData("asks-for-refund", "I want my money back", "I have money in the bank")]
    [InlineData("names-regulator", "I will go to the ombudsman", "the regular price")]
    public void A_rule_holds_for_what_it_means_and_not_for_what_looks_alike(string id, string holds, string looksAlike)
    {
        var rule = CueRules.All.Single(r => r.Id == id);
        Assert.True(rule.Matches(holds), holds);
        Assert.False(rule.Matches(looksAlike), looksAlike);
    }

    [Fact]
    public void Every_rule_has_an_example_here_and_an_id_of_its_own()
    {
        Assert.Equal(CueRules.All.Length, CueRules.All.Select(static r => r.Id).Distinct().Count());
        var method = typeof(CueRulesTests).GetMethod(nameof(A_rule_holds_for_what_it_means_and_not_for_what_looks_alike))!;
        var examples = method.GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>()
            .Select(a => (string)a.GetData(method).Single()[0]).ToHashSet();
        Assert.Empty(CueRules.All.Select(static r => r.Id).Except(examples));
    }

    [Fact]
    public void Alerts_come_from_rules_that_are_right_often_enough_or_from_plain_demands() => Assert.All(
        CueRules.All.Where(static r => r.Use == RuleUse.Alert),
        static r =>
            Assert.True(r.Precision >= .8 || r.Id is "complaint-or-human-zh" or "asks-for-human" or "asks-for-manager" or "names-regulator"));

    [Fact]
    public void A_span_counts_UTF_16_units_of_the_text_as_written()
    {
        const string Text = "😀😀 ＯＫ — but I’m STILL WAITING!";
        Assert.True(CueRules.EffortStrong.Next(Text, 0, out var span));
        Assert.Equal("STILL WAITING", Text.Substring(span.Start, span.Length));
        Assert.False(CueRules.EffortStrong.Next(Text, span.End, out _));
    }

    [Fact]
    public void Profanity_is_found_as_a_whole_word_with_its_place()
    {
        const string Text = "Scunthorpe is nice, this is bullshit, sir";
        Assert.True(CueRules.ProfaneWord.Next(Text, 0, out var span));
        Assert.Equal("bullshit", Text.Substring(span.Start, span.Length));
    }

    /// <summary>
    /// Long texts that begin like a match again and again. A rule that went back and forth would take minutes.
    /// </summary>
    [Theory]
    [InlineData("for 11111111 ")]
    [InlineData("speak to a real ")]
    [InlineData("no aaaaaaaaaaaaaaaa")]
    [InlineData("1")]
    [InlineData("!?")]
    [InlineData("apolog")]
    [InlineData("又没")]
    public void Hostile_texts_take_no_longer_than_others(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var clock = Stopwatch.StartNew();
        foreach (var rule in CueRules.All)
        {
            _ = rule.Matches(text);
        }

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"All rules on 1 MB of \"{piece}\" took {clock.Elapsed}.");
    }

    [Fact]
    public void Only_the_beginning_of_a_very_long_text_is_read() =>
        Assert.False(CueRules.CustomerThanks.Matches(new string('a', FoldedText.UnitsMax) + " thanks"));
}
