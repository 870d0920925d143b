using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Tests.Empathy;
using SupportGrid.Domain.Tests.Samples;

namespace SupportGrid.Domain.Tests.Worlds;

/// <summary>
/// Turns numbers into what happens: customers, agents, a supervisor, a dispatcher that picks anybody, timers, and a
/// post that stalls, dies and repeats itself.
/// </summary>
internal sealed class WorldSteps(World world)
{
    private static readonly QueuePolicy[] Policy =
    [
        Policies.Caring with
        {
            WrapUp = Policies.WithWrapUp(WrapUpMode.Timed).WrapUp,
            Empathy = Policies.Caring.Empathy! with { ExternalModel = true },
        },
        Policies.Caring with { WrapUp = Policies.WithWrapUp(WrapUpMode.None).WrapUp },
        Policies.Orders,
        Policies.Overseas,
    ];

    private static readonly Channel[] Channels = [Channel.Chat, Channel.Voice, Channel.Email];

    private readonly List<string> _offers = [];
    private int _pick;
    private int _profileVersion = 1;

    public void Step(int number)
    {
        _pick = number;
        switch (Pick(40))
        {
            case < 14:
                CarryOut(Post.TakeNext());
                break;
            case 14:
                Post.Crash();
                break;
            case < 17:
                Post.Acknowledge();
                break;
            case 17:
                RepeatSomethingOld();
                break;
            case < 21:
                Match();
                break;
            case < 31:
                AskInteraction();
                break;
            case < 37:
                AskAgent();
                break;
            default:
                LetTimePass();
                break;
        }
    }

    /// <summary>Carries out all that is under way.</summary>
    public void Settle()
    {
        while (world.Posts.Values.FirstOrDefault(p => !p.IsEmpty) is { } post)
        {
            CarryOut(post.TakeNext());
        }
    }

    private Post Post => world.Posts[One([.. world.Posts.Keys])];

    private string Interaction => One([.. world.Interactions.Keys]);

    private string Agent => One([.. world.Agents.Keys]);

    private int Pick(int choices)
    {
        var choice = _pick % choices;
        _pick /= choices;
        return choice;
    }

    private T One<T>(IReadOnlyList<T> of) => of[Pick(of.Count)];

    private void CarryOut(Reaction? reaction)
    {
        if (reaction is not null)
        {
            world.CarryOut(reaction);
        }
    }

    private void RepeatSomethingOld()
    {
        CarryOut(Post.TakeStale(_pick));
    }

    private void Match()
    {
        var interaction = Interaction;
        _offers.Add($"o{_offers.Count + 1}");
        world.Ask(interaction, new IssueOffer(_offers[^1], Agent, "{}", world.Now));
    }

    private void AskInteraction()
    {
        var id = Interaction;
        var (offer, asked) = world.Interactions[id] switch
        {
            Domain.Interactions.Interaction.Offered s => (s.Offer, s.Agent),
            Domain.Interactions.Interaction.InTalk s => (s.Offer, s.Agent),
            Domain.Interactions.Interaction.Wrapping s => (s.Offer, s.Agent),
            _ => ("none", "ana"),
        };

        // Sometimes somebody acts on what is no longer so.
        var agent = Pick(5) == 0 ? Agent : asked;
        offer = Pick(5) == 0 && _offers.Count > 0 ? One(_offers) : offer;
        world.Ask(id, Command(id, offer, agent));
    }

    private InteractionCommand Command(string id, string offer, string agent) => Pick(16) switch
    {
        0 => Open(id),
        1 or 2 or 3 => new AcceptOffer(offer, agent, world.Now),
        4 => new RejectOffer(offer, agent, "busy", world.Now),
        5 => new EndContact(agent, world.Now),
        6 => new CompleteWrapUp(agent, "done", "", world.Now),
        7 => Pick(2) == 0 ? new HoldInteraction(agent, world.Now) : new RetrieveInteraction(agent, world.Now),
        8 => Transfer(agent),
        9 => Transfer(null),
        10 => new SwitchChannel(One(Channels), TimeSpan.FromSeconds(Pick(20)), world.Now),
        11 => new LeaveInteraction(world.Now),
        12 => new ReopenInteraction(Party.Customer, "zoe", One(Policy), Pick(5) > 0, world.Now),
        13 => Pick(3) == 0
            ? new RateInteraction(1 + Pick(5), "", world.Now)
            : new PrioritiseInteraction(Pick(9), "sue", "", world.Now),
        14 => Pick(3) > 0 ? Say(agent) : Revise(id),
        _ => new AnswerCue($"cue-{1 + Pick(6)}", CueAnswer.Useful, agent, null, world.Now),
    };

    private SayMessage Say(string agent)
    {
        var said = Pick(9);
        return Pick(3) == 0
            ? new SayMessage(Party.Agent, agent, $"a{said}", "Sorry.", world.Now, Turns.Sorry)
            : new SayMessage(
                Party.Customer, "zoe", $"m{said}", "Refund!", world.Now, said % 3 == 0 ? Turns.Plain : Turns.Angry);
    }

    /// <summary>Mostly of the last turn, sometimes of one that nobody knows.</summary>
    private ReviseReading Revise(string id)
    {
        var last = (world.Interactions[id] as Domain.Interactions.Interaction.Existing)?.Facts.Empathy.Revisable
            .LastOrDefault();
        return Turns.Revise(1, Pick(2) == 0 ? Turns.Calm : Turns.RevisedTo(EmotionLabels.Angry, 950)) with
        {
            MessageId = last?.MessageId ?? $"m{Pick(9)}", At = world.Now,
        };
    }

    private OpenInteraction Open(string id) => new(
        id, "zoe", "Zoe", One(Channels), "Parcel", null, "", [], 0, One(Policy), true, null, world.Now);

    private TransferInteraction Transfer(string? by) => new(
        by, by ?? "sue", One(Policy), Pick(5) > 0, Pick(2) == 0 ? Agent : null, TimeSpan.FromSeconds(Pick(20)), "", world.Now);

    private void AskAgent()
    {
        var agent = Agent;
        world.Ask(agent, (AgentCommand)(Pick(16) switch
        {
            < 5 => new SignIn(new Presence("online", true, world.Now), TimeSpan.FromSeconds(30), world.Now),
            < 9 => new ConnectDesk($"tab{Pick(2)}", world.Now),
            9 => new DisconnectDesk($"tab{Pick(2)}", "closed", TimeSpan.FromSeconds(30), world.Now),
            10 => new SignOut(Pick(2) == 0, "signed_out", agent, world.Now),
            11 => new ChangePresence(new Presence("break", false, world.Now), Pick(2) == 0, "agent", world.Now),
            12 or 13 => new ChangePresence(new Presence("online", true, world.Now), Pick(2) == 0, "agent", world.Now),
            14 when Pick(3) == 0 => new ChooseEmotionalLoad(Pick(2) == 0, world.Now),
            14 => new AdoptProfile(Profiles.Of(agent) with { Version = ++_profileVersion }, world.Now),
            _ => Pick(3) == 0
                ? new RetireProfile(agent, _profileVersion, world.Now)
                : new AdoptProfile(Profiles.Of(agent) with { Version = ++_profileVersion }, world.Now),
        }));
    }

    private void LetTimePass()
    {
        world.Now += TimeSpan.FromSeconds(1 + Pick(25));
        foreach (var (id, interaction) in world.Interactions.ToArray())
        {
            if (interaction is Domain.Interactions.Interaction.Offered { Offer: var offer })
            {
                world.Ask(id, new ExpireOffer(offer, world.Now));
            }

            world.Ask(id, new ExpireWrapUp(world.Now));
        }

        foreach (var agent in world.Agents.Keys.ToArray())
        {
            world.Ask(agent, new EndGrace(world.Now));
        }
    }
}
