namespace Grpc.AspNetCore.Server.Calls;

/// <summary>Who may touch the response. Handler, writes and the deadline race for it by compare and exchange.</summary>
internal static class CallPhase
{
    /// <summary>Nobody is writing.</summary>
    public const int Idle = 0;

    /// <summary>A message or the headers are being written.</summary>
    public const int Writing = 1;

    /// <summary>The status is decided; only the one who decided it still writes.</summary>
    public const int Over = 2;
}
