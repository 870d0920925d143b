using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using SupportGrid.Substitutes.Orleans.Engine.Activations;
using SupportGrid.Substitutes.Orleans.Engine.Calls;
using SupportGrid.Substitutes.Orleans.Engine.Observers;
using SupportGrid.Substitutes.Orleans.Engine.Reminders;
using SupportGrid.Substitutes.Orleans.Engine.Turns;

namespace SupportGrid.Substitutes.Orleans.Engine;

/// <summary>
/// All there is at run time: it sends calls, and owns the activations, observers, reminders and deadlines.
/// </summary>
/// <remarks>
/// It takes calls between start and stop. Stopping refuses new activations, then ends those there are.
/// </remarks>
internal sealed partial class GrainEngine : IDisposable
{
    private readonly TimeSpan _timeoutInGrains;
    private readonly TimeSpan _timeoutOutside;
    private readonly ResponseDeadlines _deadlines;

    public GrainEngine(IServiceProvider services, TurnDispatcher dispatcher, TimeProvider time, ILoggerFactory loggers)
    {
        Services = services;
        Dispatcher = dispatcher;
        Time = time;
        Log = new EngineLog(loggers.CreateLogger("Orleans"));
        Collection = services.GetRequiredService<IOptions<GrainCollectionOptions>>().Value;
        ReminderLimits = services.GetRequiredService<IOptions<ReminderOptions>>().Value;
        IncomingFilters = [.. services.GetServices<IIncomingGrainCallFilter>()];
        OutgoingFilters = [.. services.GetServices<IOutgoingGrainCallFilter>()];
        Directory = new ActivationDirectory(this);
        Collector = new IdleCollector(this);
        Observers = new ObserverRegistry(this);
        Reminders = new ReminderService(this, services.GetService<IReminderStore>());
        Factory = new GrainFactory(this);
        Identity = services.GetRequiredService<ILocalSiloDetails>().SiloAddress.ToString();
        _deadlines = new ResponseDeadlines(time, dispatcher.IsSingleThreaded ? 1 : Environment.ProcessorCount);
        var messaging = services.GetRequiredService<IOptions<SiloMessagingOptions>>().Value;
        _timeoutInGrains = messaging.ResponseTimeout;
        CancelsOnTimeout = messaging.CancelRequestOnTimeout;
        _timeoutOutside = services.GetRequiredService<IOptions<ClientMessagingOptions>>().Value.ResponseTimeout;
    }

    internal IServiceProvider Services { get; }

    internal TurnDispatcher Dispatcher { get; }

    internal TimeProvider Time { get; }

    internal EngineLog Log { get; }

    internal GrainCollectionOptions Collection { get; }

    internal ReminderOptions ReminderLimits { get; }

    internal IReadOnlyList<IIncomingGrainCallFilter> IncomingFilters { get; }

    internal IReadOnlyList<IOutgoingGrainCallFilter> OutgoingFilters { get; }

    internal ActivationDirectory Directory { get; }

    internal IdleCollector Collector { get; }

    internal ObserverRegistry Observers { get; }

    internal ReminderService Reminders { get; }

    internal GrainFactory Factory { get; }

    internal string Identity { get; }

    internal bool CancelsOnTimeout { get; }

    public void Dispose()
    {
        _deadlines.Dispose();
        Collector.Dispose();
        Reminders.Dispose();
    }

    internal object GetReference(GrainId grainId, Type interfaceType) =>
        InterfaceModel.Of(interfaceType).CreateReference(this, grainId);

    /// <summary>Sends a call; the task ends with it. One-way calls end at once.</summary>
    internal Task<TResult> Send<TArgs, TResult>(
        GrainReference target, GrainMethod<TArgs, TResult> method, in TArgs arguments)
        where TArgs : struct
    {
        var source = RuntimeContext.Current;
        return OutgoingFilters.Count == 0
            ? SendUnfiltered(target, source, method, arguments)
            : new OutgoingCallContext<TArgs, TResult>(this, target, source, method, arguments).Run();
    }

    internal Task<TResult> SendUnfiltered<TArgs, TResult>(
        GrainReference target, IGrainContext? source, GrainMethod<TArgs, TResult> method, in TArgs arguments)
        where TArgs : struct
    {
        if (method.TokenIndex >= 0 && method.Token(arguments) is { IsCancellationRequested: true } token)
        {
            return Task.FromException<TResult>(new OperationCanceledException(token));
        }

        var call = new GrainCall<TArgs, TResult>(target, source, method, arguments) { Context = RequestContext.Values };
        if (!method.IsOneWay)
        {
            _deadlines.Add(call, method.ResponseTimeout ?? (source is null ? _timeoutOutside : _timeoutInGrains));
        }

        Post(target, call);
        call.Sent();
        return call.Answer;
    }

    /// <summary>Hands an item to the grain that the reference names; rejects it if there cannot be one.</summary>
    internal void Post(GrainReference target, WorkItem item)
    {
        try
        {
            while (target.LastTarget is not { } known || !known.TryPost(item))
            {
                var located = Locate(target.GrainId, out var isAlwaysSo);
                target.LastTarget = isAlwaysSo ? located : null;
                if (!isAlwaysSo && located.TryPost(item))
                {
                    return;
                }
            }
        }
#pragma warning disable CA1031 // Whatever keeps a call from being delivered is the caller's to know.
        catch (Exception error)
#pragma warning restore CA1031
        {
            item.Reject(error);
        }
    }

    internal TimeSpan CollectionAgeOf(GrainClass grainClass)
    {
        var byClass = Collection.ClassSpecificCollectionAge;
        return byClass.TryGetValue(grainClass.Type.FullName!, out var age)
            || byClass.TryGetValue(grainClass.Name.ToString(), out age)
            ? age
            : grainClass.CollectionAge ?? Collection.CollectionAge;
    }

    /// <summary>A timer that fires once, free of the async locals of whoever starts it.</summary>
    internal ITimer CreateTimer(Action callback, TimeSpan dueTime)
    {
        using (FlowSuppression.Begin())
        {
            return Time.CreateTimer(
                static action => ((Action)action!)(), callback, dueTime, Timeout.InfiniteTimeSpan);
        }
    }

    private Mailbox Locate(GrainId grainId, out bool isAlwaysSo)
    {
        if (ObserverRegistry.IsObserver(grainId))
        {
            isAlwaysSo = true;
            return Observers.Locate(grainId);
        }

        return Directory.Locate(grainId, out isAlwaysSo);
    }
}
