namespace SupportGrid.Empathy.External.Reading;

/// <summary>
/// A model outside of the platform that reads customers' turns. One object serves all conversations at once.
/// </summary>
/// <remarks>
/// Nobody waits for it: a message is stored and shown with the built-in reading, and what a brain says comes later and
/// revises that one reading, or never comes.
/// </remarks>
public interface IEmpathyBrain
{
    /// <summary>What readings of it are marked with: letters, digits, "-", "." and "_", at most 64.</summary>
    string Name { get; }

    /// <summary>
    /// Reads a turn within the brain's own time limit. A service that fails is an outcome and no exception.
    /// </summary>
    /// <exception cref="OperationCanceledException">The caller has cancelled.</exception>
    Task<ReadingResult> ReadAsync(TurnToRead turn, CancellationToken cancellationToken);
}
