using System.Collections.Immutable;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Tests.Samples;
using static SupportGrid.Domain.Tests.Interactions.InteractionSamples;

namespace SupportGrid.Domain.Tests.Empathy;

/// <summary>A conversation from numbers: any reading may come, also ones that no analyser would give.</summary>
internal sealed class RandomTalk
{
    private static readonly string[] Rules =
    [
        "effort-strong", "effort-wide", "profanity", "asks-for-manager", "asks-for-human", "names-regulator",
        "complaint-or-human-zh", "customer-confused", "customer-thanks", "unheard-of",
    ];

    private static readonly string[] Texts = ["…", "Refund!",
        "I can't log in", "How long?", "right now", "Thank you", "A text of some length"];

    private readonly List<InteractionEvent> _log = [];
    private int _pick;
    private int _said;
    private int _offers;

    public RandomTalk(int[] numbers)
    {
        _pick = numbers.Length == 0 ? 0 : numbers[0];
        Policy = new EmpathyPolicy(
            true, 1 + Pick(4), 1 + Pick(6), 1 + Pick(5),
                200 + (50 * Pick(6)), 500 + (50 * Pick(8)), 300 + (100 * Pick(6)),
            Pick(3) == 0 ? [CueKind.Distress] : [],
            Pick(4) != 0);
        Do(Open() with { Policy = Billing });
        foreach (var number in numbers)
        {
            _pick = number;
            Step();
        }
    }

    public EmpathyPolicy Policy { get; }

    public IReadOnlyList<InteractionEvent> Log => _log;

    public Interaction State { get; private set; } = InteractionDecider.Initial;

    private Domain.Queues.QueuePolicy Billing => Policies.Billing with { Empathy = Policy };

    private DateTimeOffset Now => Instants.T(_log.Count);

    private void Step()
    {
        switch (Pick(24))
        {
            case > 19:
                Do(new ReviseReading(
                    $"m{Math.Max(0, _said - 1 - Pick(7))}", Opinion(), new ReadingPrice(default, 1, 1, 1), Now));
                break;
            case < 11:
                Do(
                    new SayMessage(Party.Customer, "zoe", $"m{_said++}", One(Texts),
                    Now, Pick(12) == 0 ? null : Reading()));
                break;
            case < 15:
                Do(
                    new SayMessage(Party.Agent, "ana", $"m{_said++}", "…", Now,
                        Pick(2) == 0 ? Turns.Sorry : Turns.Curt));
                break;
            case < 17:
                Do(new AnswerCue($"cue-{1 + Pick(_said + 1)}", (CueAnswer)(1 + Pick(3)), "ana", null, Now));
                break;
            case 17:
                Do(new IssueOffer($"o{++_offers}", "ana", "{}", Now));
                Do(new AcceptOffer($"o{_offers}", "ana", Now));
                break;
            case 18:
                Do(new SwitchChannel((Channel)(1 + Pick(3)), TimeSpan.Zero, Now));
                break;
            default:
                Do(Pick(3) == 0 ? new EndContact("ana", Now) : new HoldInteraction("ana", Now));
                Do(new CompleteWrapUp("ana", "solved", "", Now));
                Do(new ReopenInteraction(Party.Customer, "zoe", Billing, true, Now));
                break;
        }
    }

    private void Do(InteractionCommand command)
    {
        var decision = InteractionDecider.Decide(State, command);
        foreach (var @event in decision.Events)
        {
            _log.Add(@event);
            State = InteractionDecider.Evolve(State, @event);
        }

        if (decision.Events.Count > 0)
        {
            Assert.Empty(InteractionDecider.Decide(State, command).Events);
        }
    }

    private TurnReading Reading()
    {
        var negative = Pick(2) == 0 ? Pick(300) : Pick(1_001);
        return new TurnReading(
            Turns.Model,
            "en",
            false,
            negative,
            Pick(2) == 0 ? [] : [new LabelScore(One(EmotionLabels.All), 300 + Pick(701), true)],
            Pick(5) == 0 ? Pick(1_001) : 0,
            0,
            0,
            Pick(4) == 0 ? [TurnSignal.Thanks] : [],
            Pick(3) == 0 ? [new RuleMatch(One(Rules), (RuleStrength)(1 + Pick(3)), 0, 3)] : [],
            [],
            Pick(1_001),
            Pick(3) == 0 ? [Fact()] : []);
    }

    private RevisedReading Opinion() => new(
        "external",
        "a-model",
        Pick(2) == 0 ? Pick(300) : Pick(1_001),
        Pick(2) == 0 ? [] : [new LabelScore(One(EmotionLabels.All), 300 + Pick(701), true)],
        Pick(5) == 0 ? Pick(1_001) : 0,
        0,
        0);

    private EffortFact Fact() => new((EffortCause)(1 + Pick(15)), Pick(1_001), Pick(4), Pick(2) == 0);

    private T One<T>(IReadOnlyList<T> of) => of[Pick(of.Count)];

    private int Pick(int choices)
    {
        // Numbers that are used up begin again, so that one step can choose as often as it needs.
        _pick = (int)((((uint)_pick * 2_654_435_761u) + 97u) >> 1);
        return _pick % choices;
    }
}
