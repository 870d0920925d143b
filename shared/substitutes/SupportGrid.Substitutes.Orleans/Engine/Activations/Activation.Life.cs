using SupportGrid.Substitutes.Orleans.Engine.Turns;

namespace SupportGrid.Substitutes.Orleans.Engine.Activations;

/// <summary>How an activation begins and ends.</summary>
internal sealed partial class Activation
{
    private DeactivationReason? _reason;
    private ITimer? _patience;
    private bool _isActivated;

    /// <inheritdoc/>
    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default)
    {
        lock (Gate)
        {
            if (_reason is not null || IsClosed)
            {
                return;
            }

            _reason = deactivationReason;
            IsOpen = false;
            if (_isActivated)
            {
                BeginDeactivation_NeedsGate();
                Wake_NeedsGate();
            }
        }

        StopUses();
    }

    /// <summary>Ends it without any more of its code: as when the process is killed.</summary>
    internal void Abandon()
    {
        lock (Gate)
        {
            IsClosed = true;
            IsOpen = false;
            TakeWaiting_NeedsGate();
        }

        StopUses();
        _patience?.Dispose();
    }

    /// <summary>Takes over the calls that waited at an ended activation. It is not known to anybody else yet.</summary>
    internal void Adopt(IEnumerable<WorkItem> items)
    {
        lock (Gate)
        {
            foreach (var item in items)
            {
                Add_NeedsGate(item);
            }
        }
    }

    /// <summary>Starts the activation for adopted calls.</summary>
    internal void Begin()
    {
        lock (Gate)
        {
            Wake_NeedsGate();
        }
    }

    private void BeginDeactivation_NeedsGate()
    {
        SetControl_NeedsGate(new DeactivateStep(this));
        _patience = Engine.CreateTimer(OnPatienceEnded, Engine.Collection.DeactivationTimeout);
    }

    private void OnPatienceEnded()
    {
        lock (Gate)
        {
            ForceControl_NeedsGate();
        }
    }

    /// <summary>Builds the grain, reads its states, activates it; tells whether that went well.</summary>
    private async Task<bool> ActivateAsync()
    {
        try
        {
            using var limit = new CancellationTokenSource(Engine.Collection.ActivationTimeout, Engine.Time);
            _instance = Class.Create(this, _states);
            foreach (var state in _states)
            {
                await state.ReadAsync(limit.Token);
            }

            await ((IGrainBase)_instance).OnActivateAsync(limit.Token).WaitAsync(limit.Token);
            return true;
        }
#pragma warning disable CA1031 // Whatever goes wrong goes to the callers that wait.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Engine.Log.ActivationFailed(Name, error);
            await DisposeAsync();
            foreach (var item in Close(mayHaveSuccessor: false))
            {
                item.Reject(error);
            }

            return false;
        }
    }

    /// <summary>Opens it to calls, or ends it if that was asked for meanwhile.</summary>
    private void Open()
    {
        lock (Gate)
        {
            _isActivated = true;
            LastUsed = Engine.Time.GetTimestamp();
            if (_reason is null)
            {
                IsOpen = true;
            }
            else
            {
                BeginDeactivation_NeedsGate();
            }

            Wake_NeedsGate();
        }

        Engine.Collector.Watch();
    }

    private async Task DeactivateAsync()
    {
        try
        {
            using var limit = new CancellationTokenSource(Engine.Collection.DeactivationTimeout, Engine.Time);
            await ((IGrainBase)Instance).OnDeactivateAsync(_reason!.Value, limit.Token).WaitAsync(limit.Token);
        }
#pragma warning disable CA1031 // The activation ends all the same.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Engine.Log.DeactivationFailed(Name, error);
        }

        await DisposeAsync();
        foreach (var item in Close(mayHaveSuccessor: true))
        {
            item.Reject(new OrleansMessageRejectionException($"{Name} has ended: {_reason}."));
        }
    }

    /// <summary>Refuses calls from now on; gives those that nobody will take.</summary>
    private List<WorkItem> Close(bool mayHaveSuccessor)
    {
        Activation? successor = null;
        List<WorkItem> items;
        lock (Gate)
        {
            // Under the gate: a caller that is refused here must find the successor, behind the calls that came before.
            IsClosed = true;
            IsOpen = false;
            _patience?.Dispose();
            items = TakeWaiting_NeedsGate();
            var moving = mayHaveSuccessor && Engine.IsRunning ? items.FindAll(item => item.MayMove) : [];
            if (moving.Count != 0)
            {
                successor = new Activation(Engine, Class, GrainId);
                successor.Adopt(moving);
                items = [.. items.Except(moving)];
            }

            Engine.Directory.Replace(this, successor);
        }

        successor?.Begin();
        StopUses();
        _deactivated.TrySetResult();
        return items;
    }

    private async Task DisposeAsync()
    {
        try
        {
            switch (_instance)
            {
                case IAsyncDisposable asynchronous:
                    await asynchronous.DisposeAsync();
                    break;
                case IDisposable synchronous:
                    synchronous.Dispose();
                    break;
            }

            if (_scope is { } scope)
            {
                await scope.DisposeAsync();
            }
        }
#pragma warning disable CA1031 // The activation ends all the same.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Engine.Log.DeactivationFailed(Name, error);
        }
    }
}
