using Grpc.Core;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using SupportGrid.Gateway.Edge;
using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Roles;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Empathy;

/// <summary>Cues for those who work with them; the contract is in empathy.proto.</summary>
public sealed class EmpathyService(IGrainFactory grains) : V1.EmpathyService.EmpathyServiceBase
{
    public override async Task<V1.ListCuesResponse> ListCues(V1.ListCuesRequest request, ServerCallContext context)
    {
        request.Check();
        var language = TextLanguages.Of(request.Language);
        var facts = await Visible(Caller.Of(context), request.InteractionId);
        var response = new V1.ListCuesResponse();
        response.Cues.AddRange(facts.Empathy.Cues.Select(c => c.ToProto(facts.Interaction, language)));
        return response;
    }

    public override async Task<V1.ExplainCueResponse> ExplainCue(
        V1.ExplainCueRequest request, ServerCallContext context)
    {
        request.Check();
        var language = TextLanguages.Of(request.Language);
        var facts = await Visible(Caller.Of(context), request.InteractionId);
        var cue = facts.Empathy.Cues.Find(c => c.Cue.Id == request.CueId)
            ?? throw EdgeErrors.Refused(InteractionRefusals.NoSuchCue);
        return new V1.ExplainCueResponse
        {
            Cue = cue.ToProto(facts.Interaction, language), Sentences = { CueTexts.Explain(cue, language) },
        };
    }

    public override async Task<V1.ListCueKindsResponse> ListCueKinds(
        V1.ListCueKindsRequest request, ServerCallContext context) =>
        (await Ledger(Caller.Of(context)).Read()).ToProto();

    public override async Task<V1.RestoreCueKindResponse> RestoreCueKind(
        V1.RestoreCueKindRequest request, ServerCallContext context)
    {
        var caller = Caller.Of(context);
        request.Check();
        var command = new RestoreCueKind(request.Kind.ToDomain()!.Value, caller.Subject, Commands.StampedByActor);
        var meta = Commands.Meta(context, caller, request.RequestId, request);
        var reply = await Ledger(caller).Execute(command, meta).OrThrow();
        return new V1.RestoreCueKindResponse { Receipt = reply.ToProto() };
    }

    /// <summary>
    /// An agent sees the cues of what the agent has, or had to the end; a supervisor sees all. To others it is not
    /// there.
    /// </summary>
    private async Task<InteractionFacts> Visible(Caller caller, string interaction)
    {
        var state = (await grains.GetGrain<IInteractionGrain>(GrainKeys.Of(caller.Tenant, interaction)).Read()).State;
        return state is Interaction.Existing { Facts: var facts }
            && (caller.HasAny(Role.Supervisor) || InteractionDecider.MayJudge(state, caller.Subject))
                ? facts
                : throw EdgeErrors.Refused(EdgeRefusals.NoSuchInteraction);
    }

    private ICueLedgerGrain Ledger(Caller caller) =>
        grains.GetGrain<ICueLedgerGrain>(GrainKeys.CueLedger(caller.Tenant));
}
