using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Interactions;

namespace SupportGrid.Gateway.Live.Folds;

/// <summary>The domain's folds, over events as the log gives them.</summary>
internal static class FoldRules
{
    public static FoldRule<Interaction> Interaction { get; } = new(
        InteractionDecider.Initial, static (state, body) => InteractionDecider.Evolve(state, (InteractionEvent)body));

    public static FoldRule<AgentSession> Agent { get; } = new(
        AgentDecider.Initial, static (state, body) => AgentDecider.Evolve(state, (AgentEvent)body));

    /// <summary>An interaction and the offer that it was last proposed by: a desk shows both.</summary>
    public static FoldRule<ProposedInteraction> Proposed { get; } = new(
        new ProposedInteraction(InteractionDecider.Initial, null),
        static (state, body) => new ProposedInteraction(
            InteractionDecider.Evolve(state.Interaction, (InteractionEvent)body),
            body as OfferIssued ?? state.LastOffer));

    /// <summary>
    /// As <see cref="Interaction"/> without what was said: for views of many interactions that show no transcripts.
    /// </summary>
    public static FoldRule<Interaction> Silent { get; } = new(
        InteractionDecider.Initial,
        static (state, body) => body is MessageSaid ? state : InteractionDecider.Evolve(state, (InteractionEvent)body));

    /// <summary>Takes the transcript off a state that an actor gave.</summary>
    public static Interaction WithoutTranscript(Interaction state) =>
        state is Interaction.Existing { Facts: { Transcript.IsEmpty: false } facts } existing
            ? existing with { Facts = facts with { Transcript = [] } }
            : state;
}
