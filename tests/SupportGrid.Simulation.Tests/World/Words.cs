using System.Collections.Immutable;

namespace SupportGrid.Simulation.Tests.World;

/// <summary>What is said: enough of each kind for cues, moves of the trajectory and opportunities to happen.</summary>
internal static class Words
{
    public static ImmutableArray<string> OfCustomers { get; } =
    [
        "hello, where is my parcel",
        "this is terrible, I am so angry and fed up with you",
        "I am still waiting, this is awful, I hate this service",
        "I have been transferred twice and nobody answers, I am furious",
        "thank you, that is great",
        "ok",
    ];

    public static ImmutableArray<string> OfAgents { get; } =
    [
        "I am so sorry about this, I understand how frustrating that must be.",
        "The parcel left on Monday.",
        "Could you tell me your number, please?",
    ];
}
