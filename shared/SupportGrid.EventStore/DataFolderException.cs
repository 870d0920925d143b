namespace SupportGrid.EventStore;

/// <summary>A data folder cannot be opened. The message is one sentence for the operator.</summary>
public sealed class DataFolderException : Exception
{
    public DataFolderException(DataFolderProblem problem, string message, Exception? innerException = null)
        : base(message, innerException) => Problem = problem;

    /// <summary>What is wrong, for programs.</summary>
    public DataFolderProblem Problem { get; }
}
