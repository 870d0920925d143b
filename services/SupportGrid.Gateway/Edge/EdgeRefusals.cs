using SupportGrid.Domain.Interactions;
using SupportGrid.Kernel;

namespace SupportGrid.Gateway.Edge;

/// <summary>
/// Refusals that the edge gives itself, beside those of the domain. Codes are public and never change.
/// </summary>
public static class EdgeRefusals
{
    /// <summary>
    /// For what is not there, what is another tenant's, and what is another customer's: nobody learns which it was.
    /// </summary>
    public static Refusal NoSuchInteraction { get; } = InteractionRefusals.NoSuchInteraction;

    public static Refusal NoSuchDecision { get; } =
        new("NO_SUCH_DECISION", "No offer with a recorded decision was made for this.");

    public static Refusal LocalIssuerOff { get; } =
        new("LOCAL_ISSUER_OFF", "Tokens come from the configured identity provider.");

    /// <summary>
    /// For a queue that is not for guests, one that is not there, and a tenant that is not there: nobody learns which.
    /// </summary>
    public static Refusal GuestsNotAdmitted { get; } =
        new("GUESTS_NOT_ADMITTED", "Visitors without a token may not come to this queue.");

    public static IReadOnlyList<Refusal> All { get; } =
        [NoSuchInteraction, NoSuchDecision, LocalIssuerOff, GuestsNotAdmitted];
}
