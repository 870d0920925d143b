namespace SupportGrid.Domain.Interactions;

/// <summary>
/// One request on one channel, from creation to closure. The states carry only what is true in them; see
/// <c>InteractionDecider</c> for what is allowed.
/// </summary>
[GenerateSerializer, Immutable, Alias("sg.Interaction")]
public abstract record Interaction
{
    private Interaction()
    {
    }

    /// <summary>Nothing happened yet.</summary>
    [GenerateSerializer, Immutable, Alias("sg.Interaction.Absent")]
    public sealed record Absent : Interaction
    {
        public static Absent Instance { get; } = new();
    }

    /// <summary>A state in which the interaction exists.</summary>
    [GenerateSerializer, Immutable, Alias("sg.Interaction.Existing")]
    public abstract record Existing(InteractionFacts Facts) : Interaction;

    /// <summary>
    /// In the line, nobody asked at the moment. Between two events of one append it also stands for an interaction that
    /// is about to take its place (<see cref="PolicySnapshot.None"/> right after opening).
    /// </summary>
    [GenerateSerializer, Immutable, Alias("sg.Interaction.Queued")]
    public sealed record Queued(InteractionFacts Facts) : Existing(Facts);

    /// <summary>One agent is asked.</summary>
    [GenerateSerializer, Immutable, Alias("sg.Interaction.Offered")]
    public sealed record Offered(InteractionFacts Facts, string Offer, string Agent, DateTimeOffset Until)
        : Existing(Facts);

    /// <summary>One agent has it: connected or held. <c>Since</c> is the instant of the connection.</summary>
    [GenerateSerializer, Immutable, Alias("sg.Interaction.InTalk")]
    public abstract record InTalk(InteractionFacts Facts, string Offer, string Agent, DateTimeOffset Since)
        : Existing(Facts);

    /// <summary>An agent talks with the customer.</summary>
    [GenerateSerializer, Immutable, Alias("sg.Interaction.Connected")]
    public sealed record Connected(InteractionFacts Facts, string Offer, string Agent, DateTimeOffset Since)
        : InTalk(Facts, Offer, Agent, Since);

    /// <summary>As connected, with the customer on hold.</summary>
    [GenerateSerializer, Immutable, Alias("sg.Interaction.Held")]
    public sealed record Held(
        InteractionFacts Facts, string Offer, string Agent, DateTimeOffset Since, DateTimeOffset HeldSince)
        : InTalk(Facts, Offer, Agent, Since);

    /// <summary>The contact is over, the agent finishes up. <c>Until</c> is null without a time limit.</summary>
    [GenerateSerializer, Immutable, Alias("sg.Interaction.Wrapping")]
    public sealed record Wrapping(
        InteractionFacts Facts, string Offer, string Agent, DateTimeOffset Since, DateTimeOffset? Until)
        : Existing(Facts);

    /// <summary>Done, or given up by the customer.</summary>
    [GenerateSerializer, Immutable, Alias("sg.Interaction.Closed")]
    public sealed record Closed(InteractionFacts Facts, CloseReason Reason, string? WrapUpCode, DateTimeOffset At)
        : Existing(Facts);
}

/// <summary>Why an interaction is closed. Names are persisted.</summary>
public enum CloseReason
{
    /// <summary>An agent served it.</summary>
    Served = 1,

    /// <summary>The customer left while waiting.</summary>
    Abandoned = 2,

    /// <summary>As abandoned, sooner than the queue's short-abandon threshold.</summary>
    ShortAbandoned = 3,
}
