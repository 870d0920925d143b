using System.Collections.Concurrent;
using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using SupportGrid.Gateway.Live.Log;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Live.Typing;

/// <summary>
/// Who is writing, from one side of a talk to the other. It lives in the memory of this process alone: a note that no
/// stream here waits for is dropped, none is stored, and a restart forgets all of them. Thread-safe.
/// </summary>
public sealed class TypingBoard
{
    /// <summary>How long a note holds; writers renew theirs sooner.</summary>
    public static readonly TimeSpan HoldsFor = TimeSpan.FromSeconds(6);

    private readonly ConcurrentDictionary<(string Tenant, string Side), ImmutableArray<TypingMember>> _members = new();

    /// <summary>Where the customer of an interaction listens.</summary>
    public static string CustomerOf(string interaction) => $"interaction/{interaction}";

    /// <summary>Where an agent listens, for all interactions in hand.</summary>
    public static string Agent(string agent) => $"agent/{agent}";

    /// <summary>Tells those who listen; nobody, mostly.</summary>
    public void Tell(string tenant, string side, string interaction, V1.Party from, bool typing)
    {
        if (!_members.TryGetValue((tenant, side), out var members))
        {
            return;
        }

        var note = new V1.Typing
        {
            InteractionId = interaction,
            From = from,
            ExpiresIn = typing ? Duration.FromTimeSpan(HoldsFor) : null,
        };
        foreach (var member in members)
        {
            member.Note(note);
        }
    }

    /// <summary>Listens until the member is disposed.</summary>
    internal TypingMember Join(string tenant, string side, WakeSignal wake)
    {
        var key = (tenant, side);
        var member = new TypingMember(wake, left => Leave(key, left));
        _members.AddOrUpdate(key, [member], (_, others) => others.Add(member));
        return member;
    }

    private void Leave((string Tenant, string Side) key, TypingMember member)
    {
        while (_members.TryGetValue(key, out var before))
        {
            var after = before.Remove(member);
            if (after.IsEmpty
                ? _members.TryRemove(KeyValuePair.Create(key, before))
                : _members.TryUpdate(key, after, before))
            {
                return;
            }
        }
    }
}
