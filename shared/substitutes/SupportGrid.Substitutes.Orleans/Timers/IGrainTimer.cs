namespace Orleans.Runtime;

/// <summary>A running timer of a grain.</summary>
public interface IGrainTimer : IDisposable
{
    /// <summary>Starts over with a new due time and period.</summary>
    void Change(TimeSpan dueTime, TimeSpan period);
}
