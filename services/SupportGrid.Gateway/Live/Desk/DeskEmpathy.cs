using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using SupportGrid.Gateway.Empathy;
using State = SupportGrid.Domain.Interactions.Interaction;
using V1 = SupportGrid.Api.V1;
using WatchDeskResponse = SupportGrid.Api.V1.WatchDeskResponse;

namespace SupportGrid.Gateway.Live.Desk;

/// <summary>What a desk is sent about how the customers of its interactions fare.</summary>
internal static class DeskEmpathy
{
    /// <summary>All of it, for an interaction that came into the agent's hands; null while nothing was read.</summary>
    public static WatchDeskResponse? InHand(State state, long version, TextLanguage language) =>
        state is State.Existing { Facts: var facts } && facts.ToProto(version, language, withCues: true) is { } whole
            ? new WatchDeskResponse { Empathy = whole }
            : null;

    /// <summary>What a turn changed of effort and need; null if nothing.</summary>
    public static WatchDeskResponse? Changed(State before, State after, long version, TextLanguage language) =>
        after is State.Existing { Facts: var facts }
        && Differs((before as State.Existing)?.Facts.Empathy, facts.Empathy)
        && facts.ToProto(version, language, withCues: false) is { } changed
            ? new WatchDeskResponse { Empathy = changed }
            : null;

    /// <returns>Null for an event that is about something else.</returns>
    public static WatchDeskResponse? Of(
        InteractionEvent @event, string interaction, long version, TextLanguage language) =>
        @event switch
        {
            CueShown e => new WatchDeskResponse
            {
                CueShown = new V1.CueShown
                {
                    InteractionId = interaction, Version = version, Cue = e.Cue.ToProto(interaction, e.At, language),
                },
            },
            CueEnded e => Ended(interaction, version, e.Cue, e.Kind, e.Reason.ToProto(), default),
            CueAnswered e => Ended(
                interaction, version, e.Cue, e.Kind, V1.CueEnding.Answered, e.Answer.ToProto()),
            TrajectoryMoved e => new WatchDeskResponse { TrajectoryMoved = e.ToProto(interaction, version) },
            _ => null,
        };

    private static WatchDeskResponse Ended(
        string interaction,
        long version,
        string cue,
        CueKind kind,
        V1.CueEnding ending,
        V1.CueAnswer answer) => new()
    {
        CueEnded = new V1.CueEnded
        {
            InteractionId = interaction,
            Version = version,
            CueId = cue,
            Kind = kind.ToProto(),
            Ending = ending,
            Answer = answer,
        },
    };

    private static bool Differs(EmpathyState? before, EmpathyState after) =>
        before is null
        || before.Effort != after.Effort
        || !ReferenceEquals(before.Need, after.Need)
        || !before.Facts.SequenceEqual(after.Facts);
}
