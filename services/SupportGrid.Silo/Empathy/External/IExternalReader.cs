namespace SupportGrid.Silo.Empathy.External;

/// <summary>
/// Has turns of customers read by a model outside of the platform. Nobody waits for it: what it says comes as a
/// <c>ReviseReading</c> of its own, at most once for a turn, or never.
/// </summary>
public interface IExternalReader
{
    /// <summary>
    /// Takes a turn that is durable, or lets it go. Called in the actor's turn: it neither waits nor throws.
    /// </summary>
    void Offer(ExternalTurn turn);
}
