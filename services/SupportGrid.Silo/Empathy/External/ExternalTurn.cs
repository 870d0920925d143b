using System.Collections.Immutable;
using System.Diagnostics;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using static SupportGrid.Domain.Interactions.Interaction;

namespace SupportGrid.Silo.Empathy.External;

/// <summary>A customer's turn for a model outside, as it was said, and what was said before it.</summary>
/// <param name="Queue">Key of the queue in which all of it was said.</param>
/// <param name="Before">By the customer or an agent, the oldest first.</param>
/// <param name="At">When the turn was said.</param>
/// <param name="Cause">The request that said it, for the trace.</param>
public sealed record ExternalTurn(
    string Tenant,
    string Interaction,
    string Queue,
    string CustomerName,
    string MessageId,
    int Sequence,
    string Text,
    ImmutableArray<Message> Before,
    DateTimeOffset At,
    ActivityContext Cause)
{
    /// <summary>Turns before, at most: more would cost more and say little.</summary>
    public const int TurnsBeforeMax = 4;

    /// <summary>
    /// The last message of an interaction, if the queue allows that it leaves and it was read. What was said in another
    /// queue does not go along.
    /// </summary>
    /// <returns>Null when there is nothing to read outside.</returns>
    public static ExternalTurn? LastOf(string tenant, Interaction state)
    {
        if (state is not (Queued or Offered or InTalk)
            || state is not Existing { Facts: { Transcript: [.., { From: Party.Customer } last] } facts }
            || facts.Policy.Empathy is not { Cues: true, ExternalModel: true }
            || last.Sequence < facts.Empathy.ExternalFrom
            || facts.Empathy.Revisable is not [.., { IsRevised: false } read]
            || read.MessageId != last.MessageId)
        {
            return null;
        }

        var before = facts.Transcript
            .Skip(Math.Max(facts.Empathy.ExternalFrom, last.Sequence - TurnsBeforeMax) - 1)
            .Where(m => m.Sequence < last.Sequence && m.From is Party.Customer or Party.Agent);
        return new ExternalTurn(
            tenant,
            facts.Interaction,
            facts.Queue,
            facts.CustomerName,
            last.MessageId,
            last.Sequence,
            last.Text,
            [.. before],
            last.At,
            Activity.Current?.Context ?? default);
    }
}
