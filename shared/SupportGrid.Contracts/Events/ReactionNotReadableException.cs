namespace SupportGrid.Contracts.Events;

/// <summary>A pending reaction cannot be read by this build: its kind is unknown or its body does not fit.</summary>
public sealed class ReactionNotReadableException : Exception
{
    public ReactionNotReadableException(string kind, string why, Exception? innerException = null)
        : base($"The reaction \"{kind}\" cannot be read: {why}", innerException) => Kind = kind;

    /// <summary>Wire name as it is stored.</summary>
    public string Kind { get; }
}
