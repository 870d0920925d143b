namespace SupportGrid.Client;

/// <summary>What a watch yields.</summary>
/// <param name="Response">The server's response; null only when <paramref name="Restarted"/>.</param>
/// <param name="Restarted">
/// True: the server could not go on from the cursor, a snapshot follows. Forget what was folded so far, and any cursor
/// that was saved.
/// </param>
public readonly record struct Watched<TResponse>(TResponse? Response, bool Restarted)
    where TResponse : class;
