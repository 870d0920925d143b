using SupportGrid.Domain.Empathy;
using SupportGrid.Gateway.Empathy;
using SupportGrid.Gateway.Interactions;
using State = SupportGrid.Domain.Interactions.Interaction;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Live.Alerts;

/// <summary>
/// Which interactions a supervisor may want to look at: those with open hard alerts, and those whose customer is upset
/// or recovering, as long as an agent can still do something about it. What a row says is a function of the state
/// alone.
/// </summary>
internal sealed class AlertRows
{
    private readonly TextLanguage _language;
    private readonly HashSet<string> _queues;

    /// <param name="queues">None: all queues.</param>
    public AlertRows(IEnumerable<string> queues, TextLanguage language)
    {
        _language = language;
        _queues = new HashSet<string>(queues, StringComparer.Ordinal);
        Filter = string.Join('/', _queues.Order(StringComparer.Ordinal));
    }

    /// <summary>The same for the same queues, in whatever order they were named.</summary>
    public string Filter { get; }

    /// <returns>Null for an interaction that needs no look, or is of another queue.</returns>
    public V1.AlertedInteraction? Of(State state, long version)
    {
        if (state is not State.Existing { Facts: var facts } || !IsHot(state, facts.Empathy) || !Wants(facts.Queue))
        {
            return null;
        }

        var row = new V1.AlertedInteraction
        {
            InteractionId = facts.Interaction,
            Version = version,
            Queue = facts.Queue,
            Channel = facts.Channel.ToProto(),
            AgentId = state is State.Offered ? "" : InteractionMapping.AgentOf(state) ?? "",
            Trajectory = facts.Empathy.Trajectory.ToProto(),
            Need = facts.Empathy.Need?.ToProto(),
        };
        row.Alerts.AddRange(Alerts(facts.Empathy).Select(c => c.ToProto(facts.Interaction, _language)));
        return row;
    }

    /// <summary>Between opening and taking its place an interaction has no queue: it comes with its place.</summary>
    private bool Wants(string queue) => queue.Length > 0 && (_queues.Count == 0 || _queues.Contains(queue));

    private static bool IsHot(State state, EmpathyState empathy) =>
        state is State.Queued or State.Offered or State.InTalk
        && (empathy.Trajectory is Trajectory.Upset or Trajectory.Recovering || Alerts(empathy).Any());

    private static IEnumerable<TrackedCue> Alerts(EmpathyState empathy) =>
        empathy.OpenCues.Where(static c => c.Cue.Alert is not null);
}
