namespace SupportGrid.Substitutes.Orleans.Tests.Activations;

[GenerateSerializer]
public sealed class LedgerState
{
    [Id(0)]
    public int Total { get; set; }
}

public interface ILedger : IGrainWithStringKey
{
    Task Add(int amount);

    Task AddWithoutWriting(int amount);

    Task AddThrough(string other, int amount);

    Task<(int Total, int TotalAtActivation)> Read();

    Task<bool> Clear();

    Task Leave();

    Task<int> Activations();
}

public sealed class LedgerGrain([PersistentState("ledger")] IPersistentState<LedgerState> state) : Grain, ILedger
{
    private int _totalAtActivation;
    private int _activations;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _totalAtActivation = state.State.Total;
        _activations++;
        return Task.CompletedTask;
    }

    public Task Add(int amount)
    {
        state.State.Total += amount;
        return state.WriteStateAsync();
    }

    public Task AddWithoutWriting(int amount)
    {
        state.State.Total += amount;
        return Task.CompletedTask;
    }

    public Task AddThrough(string other, int amount) => GrainFactory.GetGrain<ILedger>(other).Add(amount);

    public Task<(int Total, int TotalAtActivation)> Read() => Task.FromResult((state.State.Total, _totalAtActivation));

    public async Task<bool> Clear()
    {
        await state.ClearStateAsync();
        return state.RecordExists;
    }

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public Task<int> Activations() => Task.FromResult(_activations);
}

public interface IMisplaced : IGrainWithStringKey
{
    Task Touch();
}

public sealed class MisplacedGrain([PersistentState("misplaced", "nowhere")] IPersistentState<LedgerState> state)
    : Grain, IMisplaced
{
    public Task Touch() => Task.FromResult(state.State.Total);
}

public interface IOldStyle : IGrainWithStringKey
{
    Task Set(string value);

    Task<string> Get();

    Task Leave();
}

[GenerateSerializer]
public sealed class OldState
{
    [Id(0)]
    public string Value { get; set; } = string.Empty;
}

public sealed class OldStyleGrain : Grain<OldState>, IOldStyle
{
    public Task Set(string value)
    {
        State.Value = value;
        return WriteStateAsync();
    }

    public Task<string> Get() => Task.FromResult(State.Value);

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
