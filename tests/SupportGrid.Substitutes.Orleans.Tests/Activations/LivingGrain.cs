namespace SupportGrid.Substitutes.Orleans.Tests.Activations;

public sealed class Diary
{
    public List<string> Lines { get; } = [];

    public int FailuresLeft { get; set; }

    public bool FailsDeactivation { get; set; }
}

public sealed class DiaryService(Diary diary) : IDisposable
{
    public void Dispose() => diary.Lines.Add("service disposed");
}

public interface ILiving : IGrainWithStringKey
{
    Task Work();

    Task Note(int number);

    Task LeaveSlowly();

    [OneWay]
    Task LeaveAndHang();

    Task Stay(TimeSpan time);
}

public sealed class LivingGrain : Grain, ILiving, IDisposable
{
    private readonly Diary _diary;
    private readonly TimeProvider _time;

    public LivingGrain(Diary diary, DiaryService service, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(service);
        _diary = diary;
        _time = time;
        _diary.Lines.Add("built");
    }

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(0), _time, cancellationToken);
        if (_diary.FailuresLeft-- > 0)
        {
            throw new FormatException("as asked");
        }

        _diary.Lines.Add("activated");
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _diary.Lines.Add($"deactivated {reason.ReasonCode}");
        return _diary.FailsDeactivation ? Task.FromException(new FormatException("as asked")) : Task.CompletedTask;
    }

    public void Dispose() => _diary.Lines.Add("disposed");

    public Task Work()
    {
        _diary.Lines.Add("worked");
        return Task.CompletedTask;
    }

    public Task Note(int number)
    {
        _diary.Lines.Add($"{number}");
        return Task.CompletedTask;
    }

    public async Task LeaveSlowly()
    {
        DeactivateOnIdle();
        await Task.Delay(TimeSpan.FromSeconds(1), _time);
        _diary.Lines.Add("left");
    }

    public Task LeaveAndHang()
    {
        DeactivateOnIdle();
        return new TaskCompletionSource().Task;
    }

    public Task Stay(TimeSpan time)
    {
        DelayDeactivation(time);
        return Task.CompletedTask;
    }
}
