using System.Collections.Immutable;

namespace SupportGrid.Domain.Empathy;

/// <summary>Advice to the agent who has the interaction, with what it rests on.</summary>
/// <param name="Id">Unique in the interaction: "cue-" and the sequence number of the message.</param>
/// <param name="Sequence">Of the message, within the interaction.</param>
/// <param name="Start">
/// Where in the message's text the reason stands, in UTF-16 code units; with length 0 the whole turn is meant.
/// </param>
/// <param name="Evidence">At least one, the strongest first.</param>
/// <param name="Probability">That the cue is right, in permille: the model's, or what the rule was measured at.</param>
/// <param name="Alert">Set on a hard alert, which a supervisor sees as well.</param>
/// <param name="Cause">No second cue is ever shown for the same cause.</param>
/// <param name="Turn">Number of the customer's turn that it was shown at.</param>
/// <param name="LastTurn">The customer's turn after which it ends by itself.</param>
[GenerateSerializer, Immutable, Alias("sg.Cue")]
public sealed record Cue(
    string Id,
    CueKind Kind,
    string MessageId,
    int Sequence,
    int Start,
    int Length,
    ImmutableArray<CueEvidence> Evidence,
    int Probability,
    Approach Approach,
    AlertGround? Alert,
    string Cause,
    int Turn,
    int LastTurn);
