using SupportGrid.Contracts.Grains;
using SupportGrid.Domain;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using SupportGrid.Substitutes.Orleans.Simulation;
using static SupportGrid.Domain.Agents.AgentSession;
using static SupportGrid.Domain.Interactions.Interaction;

namespace SupportGrid.Simulation.Tests.World;

/// <summary>
/// Works through what the desk shows: accepts mostly, rejects, forgets, transfers, rests, loses the connection. While
/// the run drains, only accepts and finishes.
/// </summary>
internal sealed class Agent(Centre centre, SimulatedRandom random, string id)
{
    private int _desks;
    private int _messages;
    private string _desk = "";

    private bool IsCareful => centre.IsDraining;

    private string Stream => Streams.Agent(id);

    public async Task LiveAsync()
    {
        await centre.PauseAsync(TimeSpan.FromMilliseconds(random.Next(20_000)));
        while (true)
        {
            await centre.PauseAsync(TimeSpan.FromMilliseconds(random.Next(300, 4_000)));
            var session = (await centre.ReadAsync(g => Grain(g).Read())).State;
            await (session switch
            {
                SignedOn s => WorkAsync(s),
                SignedOff when IsCareful || random.Chance(0.5) => SignInAsync(),
                _ => Task.CompletedTask,
            });
        }
    }

    private async Task SignInAsync()
    {
        await AskAsync(new SignIn(Scenario.Online(default), TimeSpan.FromSeconds(15), default));
        await ConnectAsync();
    }

    private async Task ConnectAsync()
    {
        _desk = $"{id}-{++_desks}";
        await AskAsync(new ConnectDesk(_desk, default));
    }

    private async Task WorkAsync(SignedOn session)
    {
        await HoldTheLineAsync(session);
        if ((session.NotResponding || !session.Presence.TakesWork) && (IsCareful || random.Chance(0.3)))
        {
            await AskAsync(new ChangePresence(Scenario.Online(default), false, "back", default));
        }

        foreach (var offer in session.Offers)
        {
            await AnswerAsync(offer);
        }

        foreach (var work in session.Work)
        {
            await GoOnAsync(work);
        }

        if (!IsCareful)
        {
            await MisbehaveAsync();
        }
    }

    /// <summary>A desk that is open is renewed; one that the session does not know is opened anew.</summary>
    private async Task HoldTheLineAsync(SignedOn session)
    {
        var known = await centre.ReadAsync(g => Grain(g).Renew(_desk));
        if (!known && (IsCareful || random.Chance(0.5)))
        {
            await ConnectAsync();
        }
        else if (session.Connection.Open.IsEmpty && IsCareful)
        {
            await ConnectAsync();
        }
    }

    private Task AnswerAsync(OfferInHand offer) => random.Next(IsCareful ? 6 : 10) switch
    {
        < 6 => AskAsync(offer.Interaction, new AcceptOffer(offer.Offer, id, default)),
        < 7 => AskAsync(offer.Interaction, new RejectOffer(offer.Offer, id, "busy", default)),
        _ => Task.CompletedTask,
    };

    private Task GoOnAsync(WorkItem work) => work.Stage switch
    {
        WorkStage.Wrapping when IsCareful || random.Chance(0.4) =>
            AskAsync(work.Interaction, new CompleteWrapUp(id, "done", "", default)),
        WorkStage.Interacting when IsCareful =>
            AskAsync(work.Interaction, new EndContact(id, default)),
        WorkStage.Interacting => TalkAsync(work.Interaction),
        _ => Task.CompletedTask,
    };

    private Task TalkAsync(string interaction) => random.Next(20) switch
    {
        < 5 => AskAsync(interaction, new EndContact(id, default)),
        < 7 => AskAsync(interaction, new HoldInteraction(id, default)),
        < 10 => AskAsync(interaction, new RetrieveInteraction(id, default)),
        < 11 => TransferAsync(interaction),
        < 15 => AskAsync(interaction, new SayMessage(
            Party.Agent, id, $"{id}-{++_messages}", random.Pick(Words.OfAgents), default)),
        < 17 => AnswerCueAsync(interaction),
        _ => Task.CompletedTask,
    };

    private Task TransferAsync(string interaction)
    {
        var to = random.Chance(0.5) ? null : random.Pick([.. centre.Scenario.Configuration.Agents.Keys]);
        var request = new TransferRequest(id, id, random.Pick(Scenario.Queues), to, "");
        return centre.AskAsync(
            Streams.Interaction(interaction), request, (g, m) => Interaction(g, interaction).Transfer(request, m));
    }

    private async Task AnswerCueAsync(string interaction)
    {
        var state = (await centre.ReadAsync(g => Interaction(g, interaction).Read())).State;
        if (state is Existing { Facts.Empathy: var empathy } && empathy.OpenCues.FirstOrDefault() is { } shown)
        {
            var answer = random.Pick([CueAnswer.Useful, CueAnswer.Dismissed, CueAnswer.Disputed]);
            await AskAsync(interaction, new AnswerCue(shown.Cue.Id, answer, id, null, default));
        }
    }

    private Task MisbehaveAsync() => random.Next(60) switch
    {
        0 => AskAsync(new ChangePresence(Scenario.Pause(default), random.Chance(0.5), "agent", default)),
        1 => AskAsync(new SignOut(random.Chance(0.5), "signed_out", id, default)),
        2 => AskAsync(new DisconnectDesk(_desk, "closed", TimeSpan.FromSeconds(10), default)),
        3 => centre.PauseAsync(TimeSpan.FromSeconds(random.Next(60))),
        4 => AskAsync(new ChooseEmotionalLoad(random.Chance(0.5), default)),
        _ => Task.CompletedTask,
    };

    private Task AskAsync(AgentCommand command) => centre.AskAsync(Stream, command, (g, m) => Grain(g).Execute(command, m));

    private Task AskAsync(string interaction, InteractionCommand command) => centre.AskAsync(
        Streams.Interaction(interaction), command, (g, m) => Interaction(g, interaction).Execute(command, m));

    private static IInteractionGrain Interaction(IGrainFactory grains, string interaction) =>
        grains.GetGrain<IInteractionGrain>(GrainKeys.Of(Scenario.Tenant, interaction));

    private IAgentGrain Grain(IGrainFactory grains) => grains.GetGrain<IAgentGrain>(GrainKeys.Of(Scenario.Tenant, id));
}
