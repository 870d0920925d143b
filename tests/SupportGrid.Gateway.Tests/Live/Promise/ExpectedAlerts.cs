using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using SupportGrid.EventStore;

namespace SupportGrid.Gateway.Tests.Live.Promise;

/// <summary>
/// Whom a supervisor is shown, said a second time: from the bodies of events, without the domain's states.
/// </summary>
internal static class ExpectedAlerts
{
    public static bool IsEmpathy(object body) => body is TrajectoryMoved or CueShown or CueEnded or CueAnswered
        or OpportunityScored or NeedClassified or ReadingRevised;

    /// <param name="queues">None: all.</param>
    public static Func<RecordedEvent, object, IEnumerable<string>> Of(params string[] queues)
    {
        Dictionary<string, Row> rows = [];
        return (e, body) =>
        {
            switch (body)
            {
                case CueKindSilenced silenced:
                    return [$"kind {silenced.Kind} silenced"];
                case CueKindRestored restored:
                    return [$"kind {restored.Kind} restored"];
                case not InteractionEvent:
                    return [];
                default:
                    break;
            }

            var id = Streams.Parse(e.Stream).Id;
            var row = rows.GetValueOrDefault(id) ?? (rows[id] = new Row());
            var before = row.Shown(queues);
            row.Note((InteractionEvent)body);
            var after = row.Shown(queues);
            return before == after ? [] : after is null ? [$"cleared {id} v{e.Version}"] : [$"alert {id} v{e.Version}"];
        };
    }

    private sealed class Row
    {
        private readonly SortedDictionary<int, string> _alerts = [];
        private string _queue = "";
        private string _channel = "";
        private string _agent = "";
        private bool _isLive;
        private Trajectory _trajectory = Trajectory.Calm;
        private string _need = "";

        public string? Shown(string[] queues) =>
            _isLive
            && (queues.Length == 0 || queues.Contains(_queue))
            && (_trajectory is Trajectory.Upset or Trajectory.Recovering || _alerts.Count > 0)
                ? $"{_queue} {_channel} {_agent} {_trajectory} {_need} {string.Join(',', _alerts.Values)}"
                : null;

        public void Note(InteractionEvent body)
        {
            switch (body)
            {
                case InteractionOpened e:
                    _channel = $"{e.Channel}";
                    break;
                case ChannelSwitched e:
                    _channel = $"{e.To}";
                    break;
                case InteractionQueued e:
                    (_queue, _agent, _isLive) = (e.Queue, "", true);
                    break;
                case InteractionReopened:
                    (_agent, _isLive) = ("", true);
                    break;
                case AgentConnected e:
                    _agent = e.Agent;
                    break;
                case AgentReleased:
                    _agent = "";
                    break;
                case WrapUpStarted or InteractionClosed:
                    _isLive = false;
                    break;
                case TrajectoryMoved e:
                    _trajectory = e.To;
                    break;
                case NeedClassified e:
                    _need = $"{e.Need.Level} {e.Need.Importance} {e.Need.Urgency} {string.Join('+', e.Need.Rules)}";
                    break;
                case CueShown { Cue: { Alert: not null } cue }:
                    _alerts[cue.Sequence] = cue.Id;
                    break;
                case CueEnded e:
                    Drop(e.Cue);
                    break;
                case CueAnswered e:
                    Drop(e.Cue);
                    break;
                default:
                    break;
            }
        }

        private void Drop(string cue)
        {
            foreach (var (sequence, _) in _alerts.Where(a => a.Value == cue).ToList())
            {
                _alerts.Remove(sequence);
            }
        }
    }
}
