using SupportGrid.Domain.Empathy;
using SupportGrid.Gateway.Empathy;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Tests.Empathy;

public sealed class EmpathyMappingTests
{
    public static TheoryData<Type, Type> Enums() => new()
    {
        { typeof(Trajectory), typeof(V1.Trajectory) },
        { typeof(CueKind), typeof(V1.CueKind) },
        { typeof(CueAnswer), typeof(V1.CueAnswer) },
        { typeof(Approach), typeof(V1.Approach) },
        { typeof(NeedLevel), typeof(V1.NeedLevel) },
        { typeof(EvidenceSource), typeof(V1.EvidenceSource) },
    };

    [Theory]
    [MemberData(nameof(Enums))]
    public void ToProto_EveryValue_HasTheNumberOfItsName(Type domain, Type api)
    {
        Assert.Equal(
            Enum.GetValues(domain).Cast<object>().Select(static v => $"{v} {(int)v}"),
            Enum.GetValues(api).Cast<object>().Where(static v => (int)v != 0).Select(static v => $"{v} {(int)v}"));
    }

    [Fact]
    public void ToProto_EveryEnd_HasTheNumberOfItsName() => Assert.All(
        Enum.GetValues<CueEnd>(), static end => Assert.Equal(end.ToString(), end.ToProto().ToString()));

    [Theory]
    [InlineData("", "en")]
    [InlineData("de", "en")]
    [InlineData("zh", "zh")]
    [InlineData("zh-CN", "zh")]
    [InlineData("ZH-Hans", "zh")]
    [InlineData("zho", "en")]
    public void Of_Tag_ChoosesALanguageThatHasWords(string tag, string expected) =>
        Assert.Equal(expected, TextLanguages.Of(tag).TagOf());

    [Fact]
    public void Explain_EveryKindSourceAndEnd_HasWordsInBothLanguages()
    {
        foreach (var language in Enum.GetValues<TextLanguage>())
        {
            foreach (var kind in Enum.GetValues<CueKind>())
            {
                var sentences = CueTexts.Explain(Tracked(kind), language).ToList();
                Assert.All(sentences, static s => Assert.DoesNotContain('{', s));
                Assert.All(sentences, static s => Assert.NotEmpty(s));
            }

            foreach (var cause in Enum.GetValues<EffortCause>())
            {
                Assert.DoesNotContain('{', EvidenceTexts.OfFact(cause, 950, language));
            }
        }
    }

    [Fact]
    public void ToProto_Cue_HasEverythingThatItRestsOn()
    {
        var proto = Tracked(CueKind.Escalation).ToProto("i-1", TextLanguage.Chinese);
        Assert.Equal(("cue-3", "m-3", 3, true), (proto.CueId, proto.MessageId, proto.Sequence, proto.Alert));
        Assert.Equal((4, 7, 0.95), (proto.Start, proto.Length, proto.Probability));
        Assert.Equal(V1.CueEnding.Answered, proto.Ending);
        Assert.Equal(V1.CueAnswer.Disputed, proto.Answer);
        Assert.Equal(["客户要求找负责人。", "已被转接3次。", "模型从这些词中读出焦虑（占其依据的40 %）。"], proto.Evidence.Select(static e => e.Sentence));
        Assert.NotEmpty(proto.Suggestion);
    }

    private static TrackedCue Tracked(CueKind kind) => new(
        new Cue(
            "cue-3",
            kind,
            "m-3",
            3,
            4,
            7,
            [
                new CueEvidence(EvidenceSource.Rule, "asks-for-manager", 4, 7, 0),
                new CueEvidence(EvidenceSource.Fact, nameof(EffortCause.Transferred), 0, 0, 3),
                new CueEvidence(EvidenceSource.Model, EmotionLabels.Anxious, 0, 3, 400),
            ],
            950,
            Approach.InvolveASupervisor,
            new AlertGround(AlertSource.Rule, "asks-for-manager"),
            "cause",
            2,
            5),
        DateTimeOffset.UnixEpoch,
        CueEnd.Superseded,
        CueAnswer.Disputed);
}
