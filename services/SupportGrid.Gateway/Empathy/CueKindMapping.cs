using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Empathy;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Empathy;

/// <summary>How right kinds of cues were, on the wire.</summary>
internal static class CueKindMapping
{
    public static V1.CueKindRecord ToProto(this CueTally tally, CueKind kind)
    {
        var proto = new V1.CueKindRecord
        {
            Kind = kind.ToProto(),
            Useful = tally.Useful,
            Disputed = tally.Disputed,
            Dismissed = tally.Dismissed,
            Silenced = tally.SilencedAt is not null,
            SilencedAt = tally.SilencedAt.ToProto(),
        };
        if (tally.Judged > 0)
        {
            proto.Precision = tally.Useful / (double)tally.Judged;
        }

        return proto;
    }

    /// <summary>As it was when it was silenced.</summary>
    public static V1.CueKindRecord ToProto(this CueKindSilenced silenced) =>
        new CueTally(silenced.Useful, silenced.Disputed, 0, silenced.At).ToProto(silenced.Kind);

    public static V1.ListCueKindsResponse ToProto(this CueLedgerReading reading)
    {
        var proto = new V1.ListCueKindsResponse
        {
            PrecisionFloor = EmpathyMapping.Share(reading.Floor), AnswersMin = reading.AnswersMin,
        };
        proto.Kinds.AddRange(Enum.GetValues<CueKind>().Select(kind => reading.Ledger.Of(kind).ToProto(kind)));
        return proto;
    }
}
