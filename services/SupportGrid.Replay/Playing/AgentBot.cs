using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Client;
using SupportGrid.Replay.Reporting;

namespace SupportGrid.Replay.Playing;

/// <summary>
/// One agent at a desk: accepts offers, answers with the recorded turns, ends the contact and wraps up. What it knows
/// of an interaction it knows from its desk stream.
/// </summary>
public sealed class AgentBot(
    SupportGridClient client, ReplayOptions options, ReplayStats stats, ScriptBook book, TimeProvider time)
{
    /// <summary>Reasons that only say that somebody, or an earlier try, was faster.</summary>
    private static readonly HashSet<string> Overtaken =
    [
        "OFFER_NOT_CURRENT", "OFFER_EXPIRED", "OFFER_NOT_YOURS", "NOT_YOUR_INTERACTION", "NOT_CONNECTED",
        "INTERACTION_CLOSED", "INTERACTION_ENDED", "ALREADY_CLOSED", "ALREADY_CONNECTED", "WRAP_UP_NOT_STARTED",
    ];

    private static readonly TimeSpan UnknownAgentPause = TimeSpan.FromMilliseconds(100);

    private readonly Dictionary<string, Talk> _talks = [];

    /// <summary>Works until cancelled, then signs out.</summary>
    public async Task WorkAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await SignInAsync(cancellationToken);
                await foreach (var watched in client.WatchDeskAsync("", cancellationToken))
                {
                    if (watched.Restarted)
                    {
                        ForgetTalks();
                    }
                    else
                    {
                        See(watched.Response!, cancellationToken);
                    }
                }
            }
            catch (RpcException e) when (RpcErrors.ReasonOf(e) is "SIGNED_OUT" or "NOT_SIGNED_IN")
            {
                // The session was lost while the server was away; the work went back to the line. Start again.
                ForgetTalks();
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                break;
            }
        }

        await SignOutAsync();
    }

    private void See(WatchDeskResponse response, CancellationToken cancellationToken)
    {
        switch (response.KindCase)
        {
            case WatchDeskResponse.KindOneofCase.Agent:
                AcceptOffersInHand(response.Agent, cancellationToken);
                break;
            case WatchDeskResponse.KindOneofCase.Offer:
                stats.NoteOffered(time.GetUtcNow() - (response.Offer.Until.ToDateTimeOffset() - options.OfferTimeout));
                Accept(response.Offer.InteractionId, response.Offer.OfferId, cancellationToken);
                break;
            case WatchDeskResponse.KindOneofCase.Interaction:
                Take(response.Interaction, cancellationToken);
                break;
            case WatchDeskResponse.KindOneofCase.Message:
                if (_talks.TryGetValue(response.Message.InteractionId, out var talk))
                {
                    talk.Heard(response.Message.Message.Sequence);
                }

                break;
            case WatchDeskResponse.KindOneofCase.CueShown:
                var cue = response.CueShown.Cue;
                stats.Cues.NoteShown(
                    cue.InteractionId, cue.Sequence, cue.Kind.ToString(), cue.Alert, time.GetUtcNow());
                break;
            case WatchDeskResponse.KindOneofCase.Changed:
                NoteEnded(response.Changed, cancellationToken);
                break;
            case WatchDeskResponse.KindOneofCase.Released:
                if (_talks.Remove(response.Released.InteractionId, out var gone))
                {
                    gone.End();
                }

                break;
            default:
                break;
        }
    }

    /// <summary>Offers that were there already when the stream was opened.</summary>
    private void AcceptOffersInHand(Agent agent, CancellationToken cancellationToken)
    {
        foreach (var offer in agent.Offers)
        {
            Accept(offer.InteractionId, offer.OfferId, cancellationToken);
        }
    }

    private readonly HashSet<string> _accepting = [];

    private void Accept(string interaction, string offer, CancellationToken cancellationToken)
    {
        if (_accepting.Add(offer))
        {
            Run(async () =>
            {
                await client.CallAsync(
                    client.Desk.AcceptOfferAsync,
                    new AcceptOfferRequest { RequestId = "accept:" + offer, InteractionId = interaction, OfferId = offer },
                    cancellationToken);
                stats.NoteAccepted();
            });
        }
    }

    private void Take(Interaction interaction, CancellationToken cancellationToken)
    {
        if (book.Find(interaction.Subject) is not { } script || _talks.ContainsKey(interaction.InteractionId))
        {
            return;
        }

        var talk = new Talk(interaction.Transcript.Count);
        _talks.Add(interaction.InteractionId, talk);
        if (interaction.State == InteractionState.Wrapping)
        {
            // The contact ended while this desk was away.
            Run(() => FinishAsync(interaction.InteractionId, talk, cancellationToken));
            return;
        }

        Run(() => TalkAsync(interaction.InteractionId, script, talk, cancellationToken));
    }

    private async Task TalkAsync(string interaction, Script script, Talk talk, CancellationToken cancellationToken)
    {
        var said = talk.Said;
        while (!script.IsOver(said))
        {
            if (script.AgentIsNext(said))
            {
                await PauseAsync(script.PauseBefore(said), cancellationToken);
                await client.CallAsync(
                    client.Desk.SendAgentMessageAsync,
                    new SendAgentMessageRequest
                    {
                        RequestId = $"{interaction}:{said}", InteractionId = interaction, Text = script.TextOf(said),
                    },
                    cancellationToken);
                stats.NoteMessage();
                said++;
            }
            else if (await talk.UntilAsync(said + 1, cancellationToken) is { } heard)
            {
                said = heard;
            }
            else
            {
                return;
            }
        }

        await FinishAsync(interaction, talk, cancellationToken);
    }

    /// <summary>The customer has gone in the middle: there is nothing left to say, and the wrap-up to do.</summary>
    private void NoteEnded(Interaction changed, CancellationToken cancellationToken)
    {
        if (changed.State == InteractionState.Wrapping && _talks.TryGetValue(changed.InteractionId, out var talk))
        {
            talk.End();
            Run(() => FinishAsync(changed.InteractionId, talk, cancellationToken));
        }
    }

    private async Task FinishAsync(string interaction, Talk talk, CancellationToken cancellationToken)
    {
        if (!talk.TryFinish())
        {
            return;
        }

        await client.CallAsync(
            client.Desk.EndContactAsync,
            new EndContactRequest { RequestId = interaction + ":end", InteractionId = interaction },
            cancellationToken);
        await client.CallAsync(
            client.Desk.CompleteWrapUpAsync,
            new CompleteWrapUpRequest { RequestId = interaction + ":wrap", InteractionId = interaction, Code = "replayed" },
            cancellationToken);
    }

    /// <summary>
    /// Runs a piece of work beside the stream; being overtaken ends it quietly, anything else ends the run.
    /// </summary>
    private void Run(Func<Task> work) => _ = Guarded(work);

    private async Task Guarded(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (RpcException e) when (Overtaken.Contains(RpcErrors.ReasonOf(e)))
        {
            stats.NoteOvertaken(RpcErrors.ReasonOf(e));
        }
        catch (Exception e) when (e is OperationCanceledException or RpcException { StatusCode: StatusCode.Cancelled })
        {
            // The run is over.
        }
        catch (Exception e)
        {
            stats.NoteFailure(e);
        }
    }

    /// <summary>
    /// Signs in. The configuration that names the agent was accepted a moment ago; until the agent has taken it up,
    /// which may take until the server is back from a crash, the server does not know whom it speaks to.
    /// </summary>
    private async Task SignInAsync(CancellationToken cancellationToken)
    {
        var begin = time.GetTimestamp();
        while (true)
        {
            try
            {
                var request = new SignInRequest { RequestId = Guid.NewGuid().ToString("N") };
                await client.CallAsync(client.Desk.SignInAsync, request, cancellationToken);
                return;
            }
            catch (RpcException e) when (RpcErrors.ReasonOf(e) is "AGENT_UNKNOWN"
                && time.GetElapsedTime(begin) < options.UnknownAgentPatience)
            {
                await Task.Delay(UnknownAgentPause, time, cancellationToken);
            }
        }
    }

    private async Task SignOutAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await client.CallAsync(
            client.Desk.SignOutAsync, new SignOutRequest { RequestId = Guid.NewGuid().ToString("N"), Force = true }, limit.Token);
    }

    private void ForgetTalks()
    {
        foreach (var talk in _talks.Values)
        {
            talk.End();
        }

        _talks.Clear();
        _accepting.Clear();
    }

    private Task PauseAsync(TimeSpan recorded, CancellationToken cancellationToken)
    {
        var pause = options.Pace.Of(recorded);
        return pause > TimeSpan.Zero ? Task.Delay(pause, time, cancellationToken) : Task.CompletedTask;
    }
}
