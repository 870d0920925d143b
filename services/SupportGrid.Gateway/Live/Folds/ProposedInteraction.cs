using SupportGrid.Domain.Interactions;

namespace SupportGrid.Gateway.Live.Folds;

/// <summary>An interaction, and the last offer of it with the decision behind it.</summary>
/// <param name="LastOffer">Null: none yet, or the state came from an actor, which does not keep decisions.</param>
internal sealed record ProposedInteraction(Interaction Interaction, OfferIssued? LastOffer);
