namespace Grpc.Net.Client;

/// <summary>Who ended a call.</summary>
internal enum CallEnd
{
    /// <summary>The server, or a failure.</summary>
    Answered,

    /// <summary>The caller's token.</summary>
    Cancelled,

    /// <summary>The deadline.</summary>
    DeadlinePassed,

    /// <summary>The call or its channel was disposed.</summary>
    Disposed,
}
