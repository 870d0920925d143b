namespace Orleans.Configuration;

/// <summary>How calls are sent.</summary>
public abstract class MessagingOptions
{
    /// <summary>
    /// How long a caller waits for the answer. The callee is not stopped when it passes. Default: 30 s.
    /// </summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether a timeout cancels the token that the callee got. Default: no.</summary>
    public bool CancelRequestOnTimeout { get; set; }
}
