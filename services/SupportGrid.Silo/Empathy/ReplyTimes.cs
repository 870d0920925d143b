using System.Collections.Immutable;
using SupportGrid.Domain.Interactions;

namespace SupportGrid.Silo.Empathy;

/// <summary>How long customers waited for an agent's word, from a transcript.</summary>
internal static class ReplyTimes
{
    /// <summary>Messages that are looked back at.</summary>
    private const int LookBackMax = 50;

    /// <summary>The time of a reply that comes now; null when the customer does not wait for one.</summary>
    public static TimeSpan? OfNext(ImmutableList<Message> transcript, DateTimeOffset at) =>
        WaitingSince(transcript, transcript.Count) is { } since && at > since ? at - since : null;

    /// <summary>The time of the last reply; null before the first.</summary>
    public static TimeSpan? LastOf(ImmutableList<Message> transcript)
    {
        for (var i = transcript.Count - 1; i >= Math.Max(0, transcript.Count - LookBackMax); i--)
        {
            if (transcript[i].From == Party.Agent)
            {
                return WaitingSince(transcript, i) is { } since && transcript[i].At > since
                    ? transcript[i].At - since : null;
            }
        }

        return null;
    }

    /// <summary>When the customer began to wait for the message at an index; null when the agent spoke last.</summary>
    private static DateTimeOffset? WaitingSince(ImmutableList<Message> transcript, int before)
    {
        DateTimeOffset? since = null;
        for (var i = before - 1; i >= Math.Max(0, before - LookBackMax) && transcript[i].From != Party.Agent; i--)
        {
            since = transcript[i].From == Party.Customer ? transcript[i].At : since;
        }

        return since;
    }
}
