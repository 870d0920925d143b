using SupportGrid.Substitutes.Orleans.Engine;

namespace Orleans;

/// <summary>Base class of grains.</summary>
/// <remarks>
/// An instance is built, then its persistent state is read, then <see cref="OnActivateAsync"/> runs, then calls run one
/// at a time, then <see cref="OnDeactivateAsync"/> runs. All of it happens on the activation's own task scheduler.
/// </remarks>
public abstract class Grain : IGrainBase, IAddressable
{
    /// <summary>Binds the new instance to the activation that is built; to none in a test that builds it.</summary>
    protected Grain() => GrainContext = RuntimeContext.Current!;

    /// <inheritdoc/>
    public IGrainContext GrainContext { get; }

    /// <summary>A reference to this grain that may be handed to others.</summary>
    public GrainReference GrainReference => GrainContext.GrainReference;

    /// <summary>Access to other grains.</summary>
    protected internal IGrainFactory GrainFactory => Host.GrainFactory;

    /// <summary>The services of this activation; scoped services live as long as the activation.</summary>
    protected internal IServiceProvider ServiceProvider => GrainContext.ActivationServices;

    /// <summary>The grain's identity as text.</summary>
    public string IdentityString => GrainContext.GrainId.ToString();

    /// <summary>Identifies the process and its start.</summary>
    public string RuntimeIdentity => Host.RuntimeIdentity;

    private IActivationHost Host => GrainContext.Host();

    /// <inheritdoc/>
    public virtual Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public virtual Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>Ends this activation once the calls that are running have ended.</summary>
    protected void DeactivateOnIdle() => GrainBaseExtensions.DeactivateOnIdle(this);

    /// <summary>Keeps this activation from being collected as idle for at least <paramref name="timeSpan"/>.</summary>
    protected void DelayDeactivation(TimeSpan timeSpan) => Host.DelayDeactivation(timeSpan);
}
