using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using SupportGrid.EventStore;

namespace SupportGrid.Standalone;

/// <summary>Why the server cannot start, in one sentence, and the exit code for it.</summary>
/// <param name="Sentence">For the operator.</param>
public sealed record StartupProblem(string Sentence, int ExitCode)
{
    /// <returns>Null when the failure is none of those that an operator can mend.</returns>
    public static StartupProblem? Of(Exception failure) => failure switch
    {
        DataFolderException e => new(e.Message, ExitCodes.DataFolder),
        IOException { InnerException: AddressInUseException } e => new($"{e.Message} Give another port with --http-port or --grpc-port.", ExitCodes.Port),
        SocketException { SocketErrorCode: SocketError.AccessDenied } e => new($"The port may not be used: {e.Message}.", ExitCodes.Port),
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } e =>
            new($"The address of --listen is none of this machine's: {e.Message}.", ExitCodes.Port),
        UnauthorizedAccessException e => new($"The data folder may not be used: {e.Message}", ExitCodes.DataFolder),
        IOException e => new($"The data folder cannot be used: {e.Message}", ExitCodes.DataFolder),
        _ => null,
    };
}
