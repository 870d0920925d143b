using SupportGrid.Domain;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using SupportGrid.Kernel;

namespace SupportGrid.Gateway.Tests.Live.Floor;

/// <summary>A day on the small floor, by chance but the same for the same seed.</summary>
internal sealed class RandomDay(SmallFloor floor, ManualTime clock, int seed)
{
    private static readonly string[] _queues = ["billing", "sales"];
    private readonly Random _random = new(seed);
    private readonly RandomReadings _readings = new(seed);
    private int _opened;
    private int _offers;
    private int _messages;

    private DateTimeOffset Now => clock.GetUtcNow();

    public async Task OpenFloorAsync(int agents)
    {
        for (var i = 1; i <= agents; i++)
        {
            var agent = $"a{i}";
            await floor.DoAsync(agent, new AdoptProfile(Samples.Profile(agent), Now));
            await SignInAsync(agent);
        }
    }

    /// <summary>A session with a desk of its own, so that offers come whatever streams a test opens.</summary>
    public async Task SignInAsync(string agent)
    {
        await floor.DoAsync(agent, new SignIn(new Presence("online", true, Now), TimeSpan.FromMinutes(5), Now));
        await floor.DoAsync(agent, new ConnectDesk("own", Now));
    }

    /// <summary>Something happens, or is refused.</summary>
    public async Task StepAsync()
    {
        if (floor.Interactions.Count == 0 || _random.Next(8) == 0)
        {
            await OpenAsync();
            return;
        }

        if (_random.Next(12) == 0)
        {
            await ChangeAgentAsync(floor.Agents[_random.Next(floor.Agents.Count)]);
            return;
        }

        if (_random.Next(40) == 0 && floor.Ledger.State.Silenced is [var silenced, ..])
        {
            await floor.DoAsync(new RestoreCueKind(silenced, "root", Now));
            return;
        }

        var id = floor.Interactions[_random.Next(floor.Interactions.Count)];
        if (Next(id, floor.Interaction(id).State) is { } command)
        {
            await floor.DoAsync(id, command);
        }
    }

    public async Task StepsAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await StepAsync();
        }
    }

    public async Task<string> OpenAsync()
    {
        var id = $"i{++_opened}";
        var queue = _queues[_random.Next(_queues.Length)];
        await floor.DoAsync(id, new OpenInteraction(
            id,
            $"c{_opened % 3}",
            "Ann",
            Channel.Chat,
            "subject",
            _random.Next(2) == 0 ? "hello" : null,
            $"m{++_messages}",
            [],
            0,
            Samples.Policy(queue),
            true,
            null,
            Now,
            FirstReading: _readings.Customer(),
            Silenced: floor.Ledger.State.Silenced));
        return id;
    }

    public SayMessage Say(Party from, string author) => new(
        from,
        author,
        $"m{++_messages}",
        $"text {_messages}",
        Now,
        from == Party.Customer ? _readings.Customer() : _readings.Agent(),
        floor.Ledger.State.Silenced);

    private Task<Refusal?> ChangeAgentAsync(string agent)
    {
        var away = _random.Next(2) == 0;
        return floor.DoAsync(
            agent, new ChangePresence(new Presence(away ? "break" : "online", !away, Now), false, "agent", Now));
    }

    private InteractionCommand? Next(string id, Interaction state) => state switch
    {
        Interaction.Queued => _random.Next(4) switch
        {
            0 => Say(Party.Customer, "c"),
            1 when _random.Next(4) == 0 => new LeaveInteraction(Now),
            _ => new IssueOffer($"{id}-o{++_offers}", floor.Agents[_random.Next(floor.Agents.Count)], "{}", Now),
        },
        Interaction.Offered s => _random.Next(5) switch
        {
            0 => new RejectOffer(s.Offer, s.Agent, "busy", Now),
            1 => Say(Party.Customer, "c"),
            2 when _random.Next(3) == 0 => new LeaveInteraction(Now),
            _ => new AcceptOffer(s.Offer, s.Agent, Now),
        },
        Interaction.Connected s => InTalk(id, s.Agent),
        Interaction.Held s => new RetrieveInteraction(s.Agent, Now),
        Interaction.Wrapping s => new CompleteWrapUp(s.Agent, "done", "", Now),
        Interaction.Closed when _random.Next(3) == 0 =>
            new ReopenInteraction(Party.Customer, "c", Samples.Policy("billing"), true, Now),
        _ => null,
    };

    private InteractionCommand InTalk(string id, string agent) => _random.Next(11) switch
    {
        0 => new HoldInteraction(agent, Now),
        1 => new TransferInteraction(agent, agent, Samples.Policy("sales"), true, null, TimeSpan.Zero, "", Now),
        2 => new EndContact(agent, Now),
        3 => new PrioritiseInteraction(_random.Next(10), "boss", "because", Now),
        4 when AnyCue(id) is { } cue => new AnswerCue(cue, _readings.Answer(), agent, null, Now),
        < 8 => Say(Party.Customer, "c"),
        _ => Say(Party.Agent, agent),
    };

    private string? AnyCue(string id) =>
        (floor.Interaction(id).State as Interaction.Existing)?.Facts.Empathy.OpenCues.FirstOrDefault()?.Cue.Id;
}
