namespace SupportGrid.Domain.Routing;

/// <summary>Why an agent is, or is not, asked for an interaction right now.</summary>
/// <param name="Reason">The first reason against; null unless <paramref name="Verdict"/> is <see
/// cref="MatchVerdict.Excluded"/>.</param>
/// <param name="Sentence">The same for a person.</param>
[GenerateSerializer, Immutable, Alias("sg.MatchExplanation")]
public sealed record MatchExplanation(
    string Interaction, string Agent, MatchVerdict Verdict, ExclusionReason? Reason, string Sentence);

/// <summary>What there is to say of an interaction and an agent.</summary>
public enum MatchVerdict
{
    /// <summary>The interaction does not wait here.</summary>
    NotWaiting = 1,

    /// <summary>The agent is not known here.</summary>
    UnknownAgent = 2,

    /// <summary>The queue's policy is not known yet, so nobody is asked.</summary>
    UnknownPolicy = 3,

    /// <summary>An offer for it is under way.</summary>
    UnderOffer = 4,

    /// <summary>The agent cannot be asked.</summary>
    Excluded = 5,

    /// <summary>The agent can be asked, and will be unless somebody better is there.</summary>
    Able = 6,
}
