using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Client;
using SupportGrid.Replay.Reporting;

namespace SupportGrid.Replay.Playing;

/// <summary>
/// One customer: opens, speaks the customer's turns, watches, until the interaction is closed. Who is not patient
/// leaves when nobody has come in time.
/// </summary>
public sealed class CustomerBot(SupportGridClient client, ReplayOptions options, ReplayStats stats, TimeProvider time)
{
    public async Task PlayAsync(Script script, string subject, CancellationToken cancellationToken)
    {
        var customer = "c-" + Digest(subject);
        var opening = await OpenAsync(script, subject, customer, cancellationToken);
        stats.NoteOpened();
        var said = script.CustomerIsNext(0) ? 1 : 0;
        var served = false;
        using var departure = new Departure();
        Task? leaving = null;

        await foreach (var watched in client.WatchInteractionAsync(opening, customer, "", cancellationToken))
        {
            if (watched.Response is not { } response)
            {
                continue;
            }

            said = Math.Max(said, SaidUpTo(response));
            var state = response.Snapshot ?? response.Changed;
            if (state is { State: InteractionState.Connected } && !served)
            {
                served = true;
                departure.TryStay();
                stats.NoteServed(time.GetUtcNow() - state.PlaceSince.ToDateTimeOffset());
            }

            if (state is { State: InteractionState.Closed })
            {
                departure.TryStay();
                await (leaving ?? Task.CompletedTask);
                stats.NoteClosed(state.CloseReason != CloseReason.Served);
                return;
            }

            if (script.CustomerLeaves && !served)
            {
                // Says no more than what it came with before somebody is there.
                leaving ??= LeaveAsync(opening, customer, departure, cancellationToken);
            }
            else if (!departure.IsGoing)
            {
                said = await SpeakAsync(script, opening, customer, said, cancellationToken);
            }
        }

        throw new InvalidOperationException($"The watch of {opening} ended before the interaction was closed.");
    }

    private async Task LeaveAsync(
        string interaction, string customer, Departure departure, CancellationToken cancellationToken)
    {
        try
        {
            await PauseAsync(options.Patience, departure.Stay);
        }
        catch (OperationCanceledException) when (departure.Stay.IsCancellationRequested)
        {
            return;
        }

        if (departure.TryGo())
        {
            await client.CallAsync(
                client.Customers.LeaveInteractionAsync,
                new LeaveInteractionRequest
                {
                    RequestId = interaction + ":leave", InteractionId = interaction, CustomerId = customer,
                },
                cancellationToken);
        }
    }

    private async Task<string> OpenAsync(
        Script script, string subject, string customer, CancellationToken cancellationToken)
    {
        var response = await client.CallAsync(
            client.Customers.OpenInteractionAsync,
            new OpenInteractionRequest
            {
                RequestId = "open:" + Digest(subject),
                CustomerId = customer,
                CustomerName = "Customer " + customer[^6..],
                Channel = Channel.Chat,
                Queue = ReplaySetup.QueueOf(script.Conversation.Language),
                Subject = subject,
                FirstMessage = script.CustomerIsNext(0) ? script.TextOf(0) : "",
            },
            cancellationToken);
        return response.InteractionId;
    }

    /// <summary>Says the customer's turns up to the agent's next one; returns how many turns are said then.</summary>
    private async Task<int> SpeakAsync(
        Script script, string interaction, string customer, int said, CancellationToken cancellationToken)
    {
        while (script.CustomerIsNext(said))
        {
            await PauseAsync(script.PauseBefore(said), cancellationToken);
            var sent = time.GetUtcNow();
            await client.CallAsync(
                client.Customers.SendCustomerMessageAsync,
                new SendCustomerMessageRequest
                {
                    RequestId = $"{interaction}:{said}",
                    InteractionId = interaction,
                    CustomerId = customer,
                    Text = script.TextOf(said),
                },
                cancellationToken);
            said++;

            // Turns are said in their order, so the number of turns is the number of the message.
            stats.Cues.NoteSaid(interaction, said, sent, time.GetUtcNow());
            stats.NoteMessage();
        }

        return said;
    }

    private static int SaidUpTo(WatchInteractionResponse response) => response.KindCase switch
    {
        WatchInteractionResponse.KindOneofCase.Snapshot => response.Snapshot.Transcript.Count,
        WatchInteractionResponse.KindOneofCase.Message => response.Message.Sequence,
        _ => 0,
    };

    private Task PauseAsync(TimeSpan recorded, CancellationToken cancellationToken)
    {
        var pause = options.Pace.Of(recorded);
        return pause > TimeSpan.Zero ? Task.Delay(pause, time, cancellationToken) : Task.CompletedTask;
    }

    private static string Digest(string text) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))[..24];
}
