using Grpc.Core;

namespace Grpc.Wire;

/// <summary>The statuses of messages that break the protocol or a limit.</summary>
internal static class ReceiveErrors
{
    public static RpcException TooLarge() =>
        Error(StatusCode.ResourceExhausted, "Received message exceeds the maximum configured message size.");

    public static RpcException UnknownFlag(byte flag) =>
        Error(StatusCode.Internal, $"Unexpected flag {flag} in the message prefix.");

    public static RpcException CompressedWithoutEncoding() =>
        Error(StatusCode.Internal, "A message is compressed although the call names no encoding in grpc-encoding.");

    public static RpcException UnsupportedEncoding(string encoding) =>
        Error(StatusCode.Unimplemented, $"Unsupported grpc-encoding value '{encoding}'.");

    public static RpcException Incomplete() => Error(StatusCode.Internal, "Incomplete message.");

    public static RpcException NoMessage() => Error(StatusCode.Internal, "The call carried no message.");

    public static RpcException MoreThanOneMessage() =>
        Error(StatusCode.Internal, "The call carried data after its only message.");

    /// <summary>Without its cause: whoever sends rubbish shall not fill the log with stacks.</summary>
    public static RpcException NoBase64() => Error(StatusCode.Internal, "The body is no base64 text.");

    public static RpcException Corrupt(string encoding, Exception cause) =>
        new(new Status(StatusCode.Internal, $"A message is no valid {encoding} data.", cause));

    public static RpcException Unreadable(Exception cause) =>
        new(new Status(StatusCode.Internal, "A message cannot be deserialised.", cause));

    private static RpcException Error(StatusCode code, string detail) => new(new Status(code, detail));
}
