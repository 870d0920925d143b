namespace Orleans.Runtime;

/// <summary>Reminders cannot be used as asked.</summary>
public sealed class ReminderException : OrleansException
{
    /// <summary>With a message.</summary>
    public ReminderException(string message)
        : base(message)
    {
    }
}
