using SupportGrid.Contracts.Grains;
using SupportGrid.Domain;
using SupportGrid.Domain.Interactions;
using SupportGrid.Substitutes.Orleans.Simulation;
using static SupportGrid.Domain.Interactions.Interaction;

namespace SupportGrid.Simulation.Tests.World;

/// <summary>Comes at some time, says things, sometimes gives up, sometimes comes back.</summary>
internal sealed class Customer(Centre centre, SimulatedRandom random, int number)
{
    private readonly string _interaction = $"i-{number}";
    private readonly string _customer = $"c-{number % 7}";
    private int _messages;

    public bool IsDone { get; private set; }

    public async Task LiveAsync()
    {
        await centre.PauseAsync(centre.Scenario.Length * (random.Next(1000) / 1000.0));
        await OpenAsync();
        while (true)
        {
            await centre.PauseAsync(TimeSpan.FromMilliseconds(random.Next(500, 15_000)));
            var state = (await centre.ReadAsync(g => Grain(g).Read())).State;
            if (state is Closed)
            {
                if (random.Chance(0.3))
                {
                    await AskAsync(new RateInteraction(random.Next(1, 6), "", default));
                }

                if (centre.IsDraining || !random.Chance(0.2))
                {
                    IsDone = true;
                    return;
                }

                await centre.AskAsync(Stream, "reopen", (g, m) => Grain(g).Reopen(Party.Customer, _customer, m));
            }
            else if (!centre.IsDraining)
            {
                await ActAsync();
            }
        }
    }

    private string Stream => Streams.Interaction(_interaction);

    private Task OpenAsync()
    {
        var request = new OpenRequest(
            _customer,
            _customer,
            random.Pick([Channel.Chat, Channel.Chat, Channel.Chat, Channel.Voice, Channel.Email]),
            random.Pick(Scenario.Queues),
            "subject",
            random.Chance(0.5) ? "hello" : null,
            [],
            random.Next(3));
        return centre.AskAsync(Stream, request, (g, m) => Grain(g).Open(request, m));
    }

    private Task ActAsync() => random.Next(20) switch
    {
        < 10 => AskAsync(new SayMessage(
            Party.Customer, _customer, $"m-{++_messages}", random.Pick(Words.OfCustomers), default)),
        < 12 => AskAsync(new LeaveInteraction(default)),
        < 13 => AskAsync(new SwitchChannel(
            random.Pick([Channel.Chat, Channel.Email]), TimeSpan.FromSeconds(20), default)),
        < 14 => AskAsync(new PrioritiseInteraction(random.Next(50), "sue", "reason", default)),
        < 15 => MoveAsync(),
        _ => Task.CompletedTask,
    };

    /// <summary>A supervisor moves it.</summary>
    private Task MoveAsync()
    {
        var agent = random.Chance(0.5) ? null : random.Pick([.. centre.Scenario.Configuration.Agents.Keys]);
        var request = new TransferRequest(null, "sue", random.Pick(Scenario.Queues), agent, "");
        return centre.AskAsync(Stream, request, (g, m) => Grain(g).Transfer(request, m));
    }

    private Task AskAsync(InteractionCommand command) =>
        centre.AskAsync(Stream, command, (g, m) => Grain(g).Execute(command, m));

    private IInteractionGrain Grain(IGrainFactory grains) =>
        grains.GetGrain<IInteractionGrain>(GrainKeys.Of(Scenario.Tenant, _interaction));
}
