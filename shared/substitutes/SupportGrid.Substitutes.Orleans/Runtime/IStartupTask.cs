namespace Orleans.Runtime;

/// <summary>Runs once grains can be called, before the host reports that it has started.</summary>
public interface IStartupTask
{
    /// <summary>Does the work; an exception stops the host's start.</summary>
    Task Execute(CancellationToken cancellationToken);
}
