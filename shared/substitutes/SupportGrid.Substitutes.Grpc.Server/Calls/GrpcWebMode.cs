namespace Grpc.AspNetCore.Server.Calls;

/// <summary>A gRPC-Web call: which sides are base64 text, and the content type of the answer.</summary>
internal sealed record GrpcWebMode(bool TextRequest, bool TextResponse, string ResponseContentType);
