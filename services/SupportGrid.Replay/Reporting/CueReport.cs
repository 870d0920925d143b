namespace SupportGrid.Replay.Reporting;

/// <summary>What the live desk streams showed of cues.</summary>
/// <param name="Shown">Cues that came by a live stream, hard alerts among them.</param>
/// <param name="ByKind">Cues by what they point at.</param>
/// <param name="AfterAcknowledgementMs">From the message's acknowledgement at the customer's side to its cue.</param>
/// <param name="AfterSendingMs">From the call that sent the message to its cue.</param>
public sealed record CueReport(
    long Shown,
    long Alerts,
    IReadOnlyDictionary<string, int> ByKind,
    Percentiles? AfterAcknowledgementMs,
    Percentiles? AfterSendingMs)
{
    public static CueReport Of(CueClock clock) => new(
        clock.Cues,
        clock.Alerts,
        clock.Kinds.OrderByDescending(static k => k.Value).ThenBy(static k => k.Key, StringComparer.Ordinal)
            .ToDictionary(static k => k.Key, static k => k.Value),
        Percentiles.Of(clock.AfterAcknowledgementMs),
        Percentiles.Of(clock.AfterSendingMs));
}
