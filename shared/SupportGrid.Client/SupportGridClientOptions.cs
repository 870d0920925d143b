namespace SupportGrid.Client;

/// <summary>How a client reaches SupportGrid and how long it insists.</summary>
public sealed class SupportGridClientOptions
{
    /// <summary>The gateway's gRPC address, such as <c>http://127.0.0.1:5081</c>.</summary>
    public required Uri Address { get; init; }

    /// <summary>
    /// Gives the bearer token. Asked before every try, and again when the server does not take the token: if another
    /// one comes then, the call or the watch goes on with it.
    /// </summary>
    public required Func<CancellationToken, ValueTask<string>> Token { get; init; }

    /// <summary>Longest time for one try of a unary call.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Tries of a unary call in all; each sends the same request id.</summary>
    public int CallAttemptsMax { get; init; } = 60;

    /// <summary>
    /// Pause before the second try of a call or of a broken stream; grows with each try, with jitter.
    /// </summary>
    public TimeSpan BackoffMin { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Longest pause between two tries.</summary>
    public TimeSpan BackoffMax { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// A stream on which nothing arrives for this long, not even a bookmark, counts as broken. The server sends
    /// bookmarks every 10 s.
    /// </summary>
    public TimeSpan StreamSilenceMax { get; init; } = TimeSpan.FromSeconds(35);

    /// <summary>Connections are made by this handler; null: one of the client's own.</summary>
    public HttpMessageHandler? HttpHandler { get; init; }

    /// <summary>The clock of deadlines, pauses and the limit of silence.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Spreads the pauses. It is asked from many threads: use one that allows that.</summary>
    public Random Random { get; init; } = Random.Shared;
}
