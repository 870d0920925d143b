using SupportGrid.Gateway.Edge;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Empathy;

/// <summary>What requests about cues must fulfil. Each says everything that is wrong at once.</summary>
internal static class EmpathyRequests
{
    /// <summary>Characters of a cue's id; the platform makes them.</summary>
    public const int CueIdLengthMax = 64;

    public static void Check(this V1.ListCuesRequest request)
    {
        var check = new RequestValidation();
        check.Id("interaction_id", request.InteractionId).Language(request.Language).Throw();
    }

    public static void Check(this V1.ExplainCueRequest request)
    {
        var check = new RequestValidation();
        check.Id("interaction_id", request.InteractionId)
            .Key("cue_id", request.CueId, 1, CueIdLengthMax)
            .Language(request.Language)
            .Throw();
    }

    public static void Check(this V1.RestoreCueKindRequest request)
    {
        var check = new RequestValidation();
        check.RequestId(request.RequestId)
            .Must(request.Kind.ToDomain() is not null, "kind", "must be one of the kinds of cues")
            .Throw();
    }
}
