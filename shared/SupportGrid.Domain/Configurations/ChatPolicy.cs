using System.Collections.Immutable;

namespace SupportGrid.Domain.Configurations;

/// <summary>
/// Whether visitors of web pages may chat without signing in. Off unless a queue is named: a session of a
/// guest is given to anybody who asks.
/// </summary>
/// <param name="Queues">Keys of the queues that guests may come to.</param>
/// <param name="Origins">Web pages that may show the chat in a frame, such as "https://shop.example.org".</param>
/// <param name="Title">Shown above the chat; empty: the chat's own words.</param>
/// <param name="Greeting">Shown before the first message; empty: the chat's own words.</param>
[GenerateSerializer, Immutable, Alias("sg.ChatPolicy")]
public sealed record ChatPolicy(
    ImmutableArray<string> Queues, ImmutableArray<string> Origins, string Title, string Greeting)
{
    /// <summary>Nobody without a token.</summary>
    public static ChatPolicy Off { get; } = new([], [], "", "");

    /// <summary>Whether guests may open an interaction in a queue.</summary>
    public bool Admits(string queue) => Queues.Contains(queue, StringComparer.Ordinal);
}
