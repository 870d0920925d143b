using Microsoft.Extensions.DependencyInjection;
using SupportGrid.Substitutes.Orleans.Simulation.Internal;

namespace SupportGrid.Substitutes.Orleans.Simulation;

/// <summary>A whole process of grains on one thread and virtual time, repeatable from a seed.</summary>
/// <remarks>
/// Every turn of every grain, observer, client and timer is run by <c>Run…</c>, on the thread that calls it. The seed
/// decides which of those that are ready is next. Time passes only when none is. The same seed and the same code give
/// the same <see cref="TraceHash"/>. Hosted services of the container are not started: start loops with
/// <see cref="StartInProcess"/>. Code must stay on its scheduler: no <c>Task.Run</c>, no <c>ConfigureAwait(false)</c>,
/// no real clock; what leaves it is reported as <see cref="EscapedWorkException"/>.
/// </remarks>
public sealed partial class SimulatedCluster : IDisposable
{
    private readonly Action<ISiloBuilder> _configure;
    private readonly SimulationOptions _options;
    private readonly SimulationTrace _trace;
    private readonly SimulationScheduler _scheduler;
    private readonly SimulatedDispatcher _outside;
    private readonly ActorMailbox _clock;
    private readonly List<(string Name, Task Task)> _actors = [];
    private SimulatedProcess? _process;
    private long _crashAtTurn = long.MaxValue;

    /// <summary>Builds the process and starts it.</summary>
    /// <param name="seed">Decides everything that is random.</param>
    /// <param name="configure">Configures the process; called again at each restart.</param>
    /// <param name="options">Limits and start.</param>
    public SimulatedCluster(ulong seed, Action<ISiloBuilder> configure, SimulationOptions? options = null)
    {
        Seed = seed;
        _configure = configure;
        _options = options ?? new SimulationOptions();
        Random = new SimulatedRandom(seed);
        Time = new SimulatedTime(_options.Start);
        _trace = new SimulationTrace(Time, _options.TraceLinesMax);
        _scheduler = new SimulationScheduler(Random.Fork(), _trace);
        _outside = new SimulatedDispatcher(_scheduler);
        _clock = new ActorMailbox(_outside, "clock");
        Time.Setting = () => _scheduler.CheckThread("the clock");
        Time.Fire = timer => _clock.RunInTurn(static due => ((SimulatedTimer)due!).Call(), timer);
        Restart();
    }

    /// <summary>The seed.</summary>
    public ulong Seed { get; }

    /// <summary>Random numbers for workloads; the scheduler's own are apart.</summary>
    public SimulatedRandom Random { get; }

    /// <summary>The clock. The process has its own view of it in its services, whose timers die with it.</summary>
    public SimulatedTime Time { get; }

    /// <summary>A hash over every turn so far, its place and its time.</summary>
    public string TraceHash => _trace.Hash;

    /// <summary>How many turns have run.</summary>
    public long Turns => _trace.Turns;

    /// <summary>Whether the process runs.</summary>
    public bool IsUp => _process is not null;

    /// <summary>The services of the running process.</summary>
    public IServiceProvider Services => Process.Services;

    /// <summary>Grains of the running process. References do not outlive it.</summary>
    public IGrainFactory GrainFactory => Services.GetRequiredService<IGrainFactory>();

    private SimulatedProcess Process =>
        _process ?? throw new InvalidOperationException("The process is down: restart it.");

    /// <summary>Starts code outside the process, a client for example. It outlives crashes.</summary>
    public Task Start(string name, Func<Task> work) => StartOn(_outside, name, work);

    /// <summary>Starts code of the process, a background loop for example. It dies with it.</summary>
    public Task StartInProcess(string name, Func<Task> work) => StartOn(Process.Dispatcher, name, work);

    /// <summary>
    /// Kills the process: activations are dropped without deactivation, and all its pending work and timers.
    /// </summary>
    /// <remarks>
    /// Calls from outside that were under way fail with <see cref="OrleansMessageRejectionException"/>. Called from
    /// code of the process itself, that code runs on to its next await.
    /// </remarks>
    public void Crash()
    {
        var killed = Process;
        _process = null;
        killed.Kill();
    }

    /// <summary>Kills the process after that many more turns, whatever runs then.</summary>
    public void CrashAfter(int turns) => _crashAtTurn = Turns + turns;

    /// <summary>A reference whose calls go to a second activation of the grain, as can happen in a cluster.</summary>
    public TGrain TwinOf<TGrain>(TGrain grain)
        where TGrain : IAddressable
    {
        var original = (GrainReference)(object)grain;
        var twin = (TGrain)Process.Engine.GetReference(original.GrainId, typeof(TGrain));
        ((GrainReference)(object)twin).LastTarget = Process.Engine.Directory.CreateTwin(original.GrainId);
        return twin;
    }

    /// <summary>Stops the process in order: grains are deactivated, services disposed.</summary>
    public void Stop()
    {
        var stopped = Process;
        Run(stopped.StopAsync);
        _process = null;
        stopped.Kill();
    }

    /// <summary>Starts the process anew after a crash or a stop.</summary>
    public void Restart()
    {
        var starting = StartProcess();
        Run(() => starting);
    }

    /// <summary>The same from code that runs in the simulation.</summary>
    public Task RestartAsync() => StartProcess();

    /// <summary>Kills the process and leaves it dead.</summary>
    public void Dispose()
    {
        if (_process is not null)
        {
            Crash();
        }
    }

    private Task StartProcess()
    {
        if (_process is not null)
        {
            throw new InvalidOperationException("The process runs already.");
        }

        _process = new SimulatedProcess(_scheduler, Time, _configure);
        return StartInProcess("start", () => Process.Engine.StartAsync(CancellationToken.None));
    }

    private Task<bool> StartOn(SimulatedDispatcher dispatcher, string name, Func<Task> work)
    {
        var task = new ActorMailbox(dispatcher, name).Start(async () =>
        {
            await work();
            return true;
        });
        _actors.RemoveAll(actor => actor.Task.IsCompleted);
        _actors.Add((name, task));
        return task;
    }
}
