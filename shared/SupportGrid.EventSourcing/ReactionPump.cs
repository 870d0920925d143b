using SupportGrid.Contracts.Grains;
using SupportGrid.Domain;
using SupportGrid.EventStore;

namespace SupportGrid.EventSourcing;

/// <summary>
/// Carries out the reactions of one stream, in its order, one at a time, outside of the call that caused them.
/// </summary>
/// <remarks>
/// It runs on its actor's scheduler but never inside a turn of a command: a chain A → B → A of calls cannot arise. A
/// reaction that fails is tried until it succeeds, since the next one must not overtake it: an agent who is told of the
/// end of an offer before the offer would keep it. What is not finished is in the outbox, where the sweeper finds it
/// after a crash.
/// </remarks>
internal sealed class ReactionPump(EventSourcingServices services, Func<TimeSpan, Task> pause)
{
    private readonly Queue<Work> _queue = new();
    private readonly List<ReactionKey> _done = [];
    private bool _running;

    public void Add(Work work) => _queue.Enqueue(work);

    /// <summary>Starts the pump if it does not run. Never throws; must be called on the actor's scheduler.</summary>
    public void Start()
    {
        if (!_running && _queue.Count > 0)
        {
            _running = true;
            _ = RunAsync();
        }
    }

    private async Task RunAsync()
    {
        // Leave the caller's turn first: its reply must not wait for what follows from it.
        await Task.Yield();
        try
        {
            while (_queue.TryDequeue(out var work))
            {
                await CarryOutAsync(work);
                _done.Add(work.Key);
            }

            await CompleteAsync();
        }
        finally
        {
            _running = false;
            Start();
        }
    }

    private async Task CarryOutAsync(Work work)
    {
        var pauseMs = services.Options.ReactionBackoffMs;
        for (var attempt = 1; !await TryAsync(work, attempt); attempt++)
        {
            await pause(TimeSpan.FromMilliseconds(pauseMs));
            pauseMs = Math.Min(pauseMs * 2, services.Options.ReactionBackoffMsMax);
        }
    }

    private async Task<bool> TryAsync(Work work, int attempt)
    {
        try
        {
            await services.Handler.HandleAsync(work.Tenant, work.Reaction, work.Meta);
            return true;
        }
        catch (Exception e)
        {
            var kind = work.Reaction.GetType().Name;
            if (attempt % services.Options.ReactionAlarmAttempts == 0)
            {
                EventSourcingLog.ReactionStuck(services.Log, e, kind, attempt);
            }
            else
            {
                EventSourcingLog.ReactionFailed(services.Log, e, kind, attempt);
            }

            return false;
        }
    }

    private async Task CompleteAsync()
    {
        if (_done.Count == 0)
        {
            return;
        }

        var keys = _done.ToArray();
        _done.Clear();
        try
        {
            await services.Store.CompleteReactionsAsync(keys);
        }
        catch (EventStoreUnavailableException e)
        {
            // They stay in the outbox and are carried out once more, which changes nothing.
            EventSourcingLog.CompletionFailed(services.Log, e, keys.Length);
        }
    }

    /// <summary>One reaction and the key under which it is carried out.</summary>
    internal sealed record Work(string Tenant, Reaction Reaction, ReactionKey Key, CommandMeta Meta);
}
