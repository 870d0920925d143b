using SupportGrid.Domain.Empathy;

namespace SupportGrid.Gateway.Tests.Live.Floor;

/// <summary>What might have been read in turns, by chance but the same for the same seed.</summary>
internal sealed class RandomReadings(int seed)
{
    private readonly Random _random = new(seed ^ 0x5EED);
    private int _transfers;

    public TurnReading Customer()
    {
        var negative = _random.Next(3) == 0 ? _random.Next(600, 1_000) : _random.Next(0, 400);
        return TurnReading.Blank with
        {
            Model = "test",
            Language = "en",
            Negative = negative,
            Emotions = negative < 600 ? [] : [new LabelScore(EmotionLabels.Angry, negative, true)],
            Signals = _random.Next(4) == 0 ? [TurnSignal.Thanks] : [],
            Rules = _random.Next(4) switch
            {
                0 => [new RuleMatch("asks-for-manager", RuleStrength.Alert, 0, 4)],
                1 => [new RuleMatch("effort-strong", RuleStrength.Alert, 1, 3)],
                _ => [],
            },
            Effort = _random.Next(0, 3) * 250,
            EffortFacts = _random.Next(3) == 0
                ? [new EffortFact(EffortCause.Transferred, 360, ++_transfers, true)]
                : [],
        };
    }

    public TurnReading Agent() => TurnReading.Blank with
    {
        Language = "en", Signals = _random.Next(2) == 0 ? [TurnSignal.Apologises, TurnSignal.Acknowledges] : [],
    };

    public CueAnswer Answer() => _random.Next(3) switch
    {
        0 => CueAnswer.Useful,
        1 => CueAnswer.Dismissed,
        _ => CueAnswer.Disputed,
    };
}
