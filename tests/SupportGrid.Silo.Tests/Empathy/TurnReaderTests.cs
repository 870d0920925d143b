using SupportGrid.Domain.Empathy;
using SupportGrid.Empathy.Analysis;
using SupportGrid.Empathy.Conversations;
using SupportGrid.Empathy.Friction;
using SupportGrid.Empathy.Rules;
using SupportGrid.Empathy.Text;
using SupportGrid.Silo.Empathy;
using SupportGrid.Testing;

namespace SupportGrid.Silo.Tests.Empathy;

/// <summary>What the analyser reads, as the domain's plain data.</summary>
public sealed class TurnReaderTests
{
    private static readonly TurnReader Reader = new(new EmpathyAnalyser(EmpathyModels.Shipped));

    public static TheoryData<string> Texts { get; } =
    [
        "", "?", "Hello", "I am so angry, this is the third time I call and still no answer!!!",
        "你们怎么还没发货？我要投诉！", "¿Dónde está mi paquete? Estoy muy enfadado.", "\ud800 lone \udc00", new string('!', 9_000),
        "I was charged twice, get me your manager or I call my lawyer and the ombudsman",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Customer_AnyText_ReadsTheSameTwiceWithinTheLimits(string text)
    {
        var first = Read(text);

        Assert.Equal(Canonical.Of(first), Canonical.Of(Read(text)));
        Assert.InRange(first.Emotions.Length, 0, EmpathyLimits.EmotionsMax);
        Assert.InRange(first.Rules.Length, 0, EmpathyLimits.RulesMax);
        Assert.InRange(first.EffortFacts.Length, 0, EmpathyLimits.EffortMax);
        Assert.All(
            first.Emotions.Select(e => e.Permille).Append(first.Negative).Append(first.Abuse).Append(first.Effort),
            p => Assert.InRange(p, 0, EmpathyLimits.Permille));
        Assert.All(first.Rules, r => AssertWithin(r.Start, r.Length, text));
        Assert.All(first.Evidence, e => AssertWithin(e.Start, e.Length, text));
    }

    [Fact]
    public void Customer_ALanguageThatIsNotRead_HasFactsOnlyAndSaysSo()
    {
        var memory = new ConversationMemory();
        var read = Reader.Customer(
            "¿Dónde está mi paquete? Estoy muy enfadado.", memory, Language.Unknown, f => f with { Transfers = 2 });

        Assert.True(read.FactsOnly);
        Assert.Equal(("", "other", 0), (read.Model, read.Language, read.Negative));
        Assert.Equal(EffortCause.Transferred, Assert.Single(read.EffortFacts).Cause);
    }

    [Fact]
    public void Customer_Evidence_StandsForTheStrongestFeeling()
    {
        var read = Read("I am so angry about this terrible service");

        Assert.Contains(read.Emotions, e => e.Label == EmotionLabels.Angry && e.Holds);
        Assert.NotEmpty(read.Evidence);
    }

    [Fact]
    public void Agent_WordsOfEmpathy_AreSignals()
    {
        var memory = new ConversationMemory();

        var sorry = Reader.Agent("I am sorry, I understand how annoying this is.", memory, Language.Unknown);
        var refusal = Reader.Agent("There is no room available.", memory, Language.Unknown);

        Assert.True(sorry.Has(TurnSignal.Apologises) && sorry.Has(TurnSignal.Understands));
        Assert.True(refusal.Has(TurnSignal.Refuses));
        Assert.Empty(sorry.Emotions);
        Assert.Equal(0, sorry.Negative);
    }

    [Fact]
    public void Causes_OfTheAnalyser_AreThoseOfTheDomain() =>
        Assert.Equal(Enum.GetNames<FrictionCause>(), Enum.GetNames<EffortCause>());

    [Fact]
    public void Labels_OfTheShippedModel_AreThoseOfTheDomain() =>
        Assert.Equal(
            EmotionLabels.All.Order(StringComparer.Ordinal),
            EmpathyModels.Shipped.EmotionEn!.Header.Labels.Select(l => l.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Names_OfRulesAndModels_FitTheirLimit()
    {
        Assert.All(CueRules.All, r => Assert.InRange(r.Id.Length, 1, EmpathyLimits.NameLengthMax));
        Assert.True(CueRules.All.Length <= EmpathyLimits.RulesMax);
    }

    private static Domain.Empathy.TurnReading Read(string text) =>
        Reader.Customer(text, new ConversationMemory(), Language.Unknown, static f => f);

    private static void AssertWithin(int start, int length, string text)
    {
        Assert.InRange(start, 0, text.Length);
        Assert.InRange(start + length, start, text.Length);
    }
}
