using SupportGrid.Contracts.Grains;
using SupportGrid.Domain;
using SupportGrid.EventStore;

namespace SupportGrid.EventSourcing;

/// <summary>
/// Carries out the reactions of one stream, in its order, one at a time, outside of the call that caused them.
/// </summary>
/// <remarks>
/// It runs on its actor's scheduler but never inside a turn of a command: a chain A → B → A of calls cannot arise. What
/// it has not finished is in the outbox: the sweeper does it after a crash, and after <c>ReactionAttemptsMax</c> tries.
/// </remarks>
internal sealed class ReactionPump(EventSourcingServices services, Func<TimeSpan, Task> pause)
{
    private readonly Queue<Work> _queue = new();
    private readonly List<ReactionKey> _done = [];
    private bool _running;

    public bool IsIdle => !_running;

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
                if (await TryAsync(work))
                {
                    _done.Add(work.Key);
                }
            }

            await CompleteAsync();
        }
        finally
        {
            _running = false;
            Start();
        }
    }

    private async Task<bool> TryAsync(Work work)
    {
        var pauseMs = services.Options.ReactionBackoffMs;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await services.Handler.HandleAsync(work.Tenant, work.Reaction, work.Meta);
                return true;
            }
            catch (Exception e) when (attempt < services.Options.ReactionAttemptsMax)
            {
                EventSourcingLog.ReactionFailed(services.Log, e, work.Reaction.GetType().Name, attempt);
                await pause(TimeSpan.FromMilliseconds(pauseMs));
                pauseMs = Math.Min(pauseMs * 2, services.Options.ReactionBackoffMsMax);
            }
            catch (Exception e)
            {
                EventSourcingLog.ReactionLeft(services.Log, e, work.Reaction.GetType().Name, attempt);
                return false;
            }
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
