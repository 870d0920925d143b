using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Tests.Samples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Empathy;

/// <summary>Turns as an analyser would have read them.</summary>
internal static class Turns
{
    public const string Model = "emotion-en 2026-11-22";

    public static TurnReading Plain => TurnReading.Blank with { Model = Model, Language = "en", Negative = 100 };

    public static TurnReading Angry => Feeling(EmotionLabels.Angry, 950);

    public static TurnReading Uneasy => Plain with { Negative = 450 };

    public static TurnReading Thankful => Plain with
    {
        Signals = [TurnSignal.Thanks], Rules = [new RuleMatch("customer-thanks", RuleStrength.Shown, 0, 6)],
    };

    public static TurnReading Sorry => TurnReading.Blank with
    {
        Language = "en", Signals = [TurnSignal.Apologises, TurnSignal.Acknowledges],
    };

    public static TurnReading Curt => TurnReading.Blank with { Language = "en", Signals = [TurnSignal.Refuses] };

    public static TurnReading Feeling(string label, int permille) => Plain with
    {
        Negative = permille,
        Emotions = [new LabelScore(label, permille, true)],
        Evidence = [new LabelEvidence(label, 2, 5, 700)],
    };

    public static TurnReading WithRule(string rule, RuleStrength strength, int negative = 100) => Plain with
    {
        Negative = negative, Rules = [new RuleMatch(rule, strength, 1, 4)],
    };

    public static TurnReading WithFact(EffortCause cause, int amount, bool mayAlert, int strength = 400) => Plain with
    {
        Effort = strength, EffortFacts = [new EffortFact(cause, strength, amount, mayAlert)],
    };

    /// <summary>The customer's turn of a number; the text says nothing about needs.</summary>
    public static SayMessage Customer(int number, TurnReading? reading, string text = "…") =>
        new(Party.Customer, "zoe", $"c{number}", text, T(15 + number), reading);

    public static SayMessage Agent(int number, TurnReading? reading) =>
        new(Party.Agent, "ana", $"a{number}", "…", T(15.5 + number), reading);

    public static AnswerCue Answer(
        string cue, CueAnswer answer = CueAnswer.Useful, string? label = null, string agent = "ana") =>
        new(cue, answer, agent, label, T(60));

    /// <summary>What a model outside says of the customer's turn of a number, a second after it.</summary>
    public static ReviseReading Revise(int number, RevisedReading reading) =>
        new($"c{number}", reading, new ReadingPrice(TimeSpan.FromSeconds(1), 700, 90, 3_450), T(16 + number));

    public static RevisedReading Calm => new("external", "a-model", 40, [], 0, 100, 600);

    public static RevisedReading RevisedTo(string label, int permille) =>
        Calm with { Negative = permille, Emotions = [new LabelScore(label, permille, true)] };

    public static EmpathyPolicy Policy => EmpathyPolicy.Default;

    /// <summary>Connected with ana, under a policy of cues.</summary>
    public static InteractionScenario Talk(EmpathyPolicy? policy = null) => Interactions.InteractionSamples.TalkingIn(
        Policies.Billing with { Empathy = policy ?? Policy });

    /// <summary>The customer says these one after the other.</summary>
    public static InteractionScenario Hearing(
        this InteractionScenario talk, params IEnumerable<TurnReading> readings) =>
        talk.And(readings.Select((r, i) => Customer(EmpathyOf(talk).CustomerTurns + i + 1, r)));

    public static EmpathyState EmpathyOf(InteractionScenario talk) => ((Interaction.Existing)talk.State).Facts.Empathy;

    public static EmpathyState EmpathyOf(Interaction state) => ((Interaction.Existing)state).Facts.Empathy;

    /// <summary>The turn of the number that comes next.</summary>
    public static SayMessage Next(this InteractionScenario talk, TurnReading reading, string text = "…") =>
        Customer(EmpathyOf(talk).CustomerTurns + 1, reading, text);

    public static IEnumerable<CueKind> OpenKinds(Interaction state) =>
        EmpathyOf(state).OpenCues.Select(static c => c.Cue.Kind);
}
