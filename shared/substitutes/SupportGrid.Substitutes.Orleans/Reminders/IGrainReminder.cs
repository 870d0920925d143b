namespace Orleans.Runtime;

/// <summary>
/// A registered reminder. It outlives the activation; whether it outlives the process is up to its store.
/// </summary>
public interface IGrainReminder
{
    /// <summary>Its name within the grain.</summary>
    string ReminderName { get; }
}
