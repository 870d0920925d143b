using SupportGrid.Empathy.Analysis;
using SupportGrid.Empathy.Conversations;
using SupportGrid.Empathy.Models;
using SupportGrid.Empathy.Rules;
using SupportGrid.Empathy.Text;
using SupportGrid.Train.Learning;

namespace SupportGrid.Empathy.Tests.Analysis;

public sealed class EmpathyAnalyserTests
{
    private static readonly EmpathyAnalyser Analyser = new(EmpathyModels.Shipped);

    [Theory]
    [InlineData("This is outrageous, I am so angry with you people", "angry")]
    [InlineData("Thank you so much, you have been great", "grateful_satisfied")]
    [InlineData("I am really worried and scared about this", "anxious")]
    [InlineData("I don't understand, what does this mean?", "confused")]
    public void A_plain_feeling_is_read(string text, string label)
    {
        var reading = Customer(text);
        var most = reading.Emotion.Probabilities.IndexOf(reading.Emotion.Probabilities.ToArray().Max());
        Assert.Equal(label, reading.Emotion.Model!.Header.Labels[most].Name);
        Assert.True(reading.Emotion.Holds(most));
    }

    [Fact]
    public void An_unknown_language_yields_facts_only_and_says_so()
    {
        var reading = Customer("¿Dónde está mi pedido? Estoy muy enfadado, gracias");
        Assert.True(reading.IsFactsOnly);
        Assert.False(reading.Emotion.IsPresent);
        Assert.Empty(reading.Hits.ToArray());
        Assert.Equal(SatisfactionSource.None, reading.SatisfactionSource);
    }

    [Fact]
    public void Chinese_has_abuse_and_rules_but_no_emotion_until_a_tenant_trains_one()
    {
        var reading = Customer("我要投诉你们，人工客服呢？？");
        Assert.Equal(Language.Chinese, reading.Language);
        Assert.False(reading.Emotion.IsPresent);
        Assert.True(reading.Abuse.IsPresent);
        Assert.True(reading.Has(CueRules.ComplaintOrHumanZh));
        Assert.Equal(SatisfactionSource.Estimate, reading.SatisfactionSource);
    }

    [Fact]
    public void A_tenants_model_takes_its_place()
    {
        var analyser = new EmpathyAnalyser(EmpathyModels.Shipped with { SatisfactionEn = Fixed.Model });
        var reading = new CustomerReading();
        analyser.Read("The router is broken again", new ConversationMemory(), Language.English, reading);
        Assert.Equal(SatisfactionSource.Model, reading.SatisfactionSource);
        Assert.Same(Fixed.Model, reading.Satisfaction.Model);
    }

    [Fact]
    public void A_model_that_asks_for_unknown_cues_is_refused_at_the_start()
    {
        var header = Fixed.Model.Header;
        var strange = header with { Features = header.Features with { DenseCues = ["phase-of-the-moon"] } };
        var model = new LinearModel(strange, Fixed.Model.Rarity.ToArray(), new sbyte[strange.Features.Features * 2]);
        var fault = Assert.Throws<ModelFormatException>(
            () => new EmpathyAnalyser(new EmpathyModels { EmotionEn = model }));
        Assert.Contains("phase-of-the-moon", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_agents_words_of_empathy_are_read()
    {
        var reading = new AgentReading();
        Analyser.Read("I'm so sorry, that must be tiring. Which parcel is it?", new ConversationMemory(), Language.English, reading);
        Assert.True(reading is { Apologises: true, Acknowledges: true, ShowsUnderstanding: true, Explores: true, IsWarm: false });
        Assert.True(reading.Conduct.Of("apologetic") > .5f);
    }

    [Fact]
    public void Evidence_points_at_the_words_that_made_the_score_even_after_emoji()
    {
        const string Text = "😀 Parcel 12 came. But I am   FURIOUS about it 😡";
        var memory = new ConversationMemory();
        var model = ShippedModels.Find(ShippedModels.EmotionEn)!;
        var spans = EmpathyAnalyser.Explain(model, Text, memory, Speaker.Customer, label: 1, spansMax: 2);
        Assert.InRange(spans.Length, 1, 2);
        Assert.Contains(
            spans, s => Text.Substring(s.Span.Start, s.Span.Length).Contains("FURIOUS", StringComparison.Ordinal));
        Assert.All(spans, static s => Assert.True(s.Contribution > 0));
    }

    [Fact]
    public void Evidence_never_begins_or_ends_with_a_full_stop_or_comma()
    {
        const string Text = "Awful, terrible. I hate it, it is stupid. Nobody cares, ever.";
        var spans = EmpathyAnalyser.Explain(
            ShippedModels.Find(ShippedModels.EmotionEn)!, Text, new ConversationMemory(), Speaker.Customer, label: 1, spansMax: 9);
        Assert.NotEmpty(spans);
        Assert.All(spans, s => Assert.DoesNotContain(Text.Substring(s.Span.Start, s.Span.Length), static c => c is '.' or ','));
    }

    [Fact]
    public void Chinese_evidence_points_at_characters()
    {
        const string Text = "你们这些人真是垃圾，恶心";
        var model = ShippedModels.Find(ShippedModels.AbuseZh)!;
        var spans = EmpathyAnalyser.Explain(model, Text, new ConversationMemory(), Speaker.Customer, label: 1);
        Assert.All(spans, static s => Assert.InRange(s.Span.End, 1, Text.Length));
        Assert.Contains(spans, static s => Text.Substring(s.Span.Start, s.Span.Length).Contains("垃圾", StringComparison.Ordinal)
            || Text.Substring(s.Span.Start, s.Span.Length).Contains("恶心", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_turn_is_read_the_same_twice_and_after_another()
    {
        var first = Customer("still waiting, nobody answers").Emotion.Probabilities.ToArray();
        Customer("something else entirely, thanks");
        Assert.Equal(first, Customer("still waiting, nobody answers").Emotion.Probabilities.ToArray());
    }

    /// <summary>Whatever a customer may send: it is read, in bounds, and does not throw.</summary>
    [Fact]
    public void Any_text_is_read()
    {
        var draws = new Draws(3);
        var reading = new CustomerReading();
        var agent = new AgentReading();
        var memory = new ConversationMemory();
        foreach (var text in Texts(draws))
        {
            Analyser.Read(text, memory, Language.Unknown, reading);
            Analyser.Read(text, memory, Language.Unknown, agent);
            foreach (var p in reading.Emotion.Probabilities)
            {
                Assert.InRange(p, 0f, 1f);
            }

            Assert.InRange(reading.Negative, 0f, 1f);
            foreach (var hit in reading.Hits)
            {
                Assert.InRange(hit.Span.Start, 0, text.Length - 1);
                Assert.InRange(hit.Span.End, 1, text.Length);
            }

            if (reading.Emotion.Model is { } model)
            {
                Assert.All(
                    EmpathyAnalyser.Explain(model, text, memory, Speaker.Customer, 1),
                    s => Assert.True(s.Span.Start >= 0 && s.Span.Length > 0 && s.Span.End <= text.Length));
            }

            memory.CustomerSaid(text);
            memory.AgentSaid(text);
        }
    }

    private static CustomerReading Customer(string text)
    {
        var reading = new CustomerReading();
        Analyser.Read(text, new ConversationMemory(), Language.Unknown, reading);
        return reading;
    }

    private static IEnumerable<string> Texts(Draws draws)
    {
        yield return "";
        yield return "\0\0";
        yield return "\ud800";
        yield return "\udc00 thanks \ud83d";
        yield return "\ufeff\u200d\u202e";
        yield return new string('!', 1_000_000);
        yield return new string('谢', 1_000_000);
        yield return string.Concat(Enumerable.Repeat("I am so angry and worried. ", 40_000));
        for (var i = 0; i < 2_000; i++)
        {
            var units = new char[draws.Below(60)];
            foreach (ref var unit in units.AsSpan())
            {
                unit = draws.Below(3) switch
                {
                    0 => (char)draws.Below(0x10000),
                    1 => (char)(' ' + draws.Below(95)),
                    _ => (char)(0xd800 + draws.Below(0x800)),
                };
            }

            yield return new string(units);
        }
    }
}
