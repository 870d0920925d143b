using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using SupportGrid.Silo.Empathy.External;
using SupportGrid.Substitutes.Orleans.Simulation;

namespace SupportGrid.Simulation.Tests.World;

/// <summary>
/// A model outside that reads turns late or never, sometimes says so twice, and forgets them when the process dies.
/// </summary>
internal sealed class Outside(Centre centre, SimulatedRandom random) : IExternalReader
{
    private int _answers;

    public void Offer(ExternalTurn turn)
    {
        if (random.Chance(0.2))
        {
            return;
        }

        var times = random.Chance(0.2) ? 2 : 1;
        for (var i = 0; i < times; i++)
        {
            var after = TimeSpan.FromMilliseconds(random.Next(50, random.Chance(0.1) ? 90_000 : 4_000));
            var reading = Opinion();
            _ = centre.Cluster.StartInProcess("outside", async () =>
            {
                await centre.PauseAsync(after);
                await centre.Cluster.GrainFactory
                    .GetGrain<IInteractionGrain>(GrainKeys.Of(turn.Tenant, turn.Interaction))
                    .Execute(
                        new ReviseReading(turn.MessageId, reading, new ReadingPrice(after, 700, 90, 40), default),
                        new CommandMeta($"outside-{++_answers}", null, "", null));
            });
        }
    }

    private RevisedReading Opinion()
    {
        var label = random.Pick([EmotionLabels.Angry, EmotionLabels.Anxious, EmotionLabels.Grateful]);
        var permille = random.Next(1_001);
        return new RevisedReading(
            "outside", "a-model", random.Next(1_001), [new LabelScore(label, permille, permille > 500)], 0, 0, 0);
    }
}
