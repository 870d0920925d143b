using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using SupportGrid.Kernel;
using FieldViolation = Google.Rpc.BadRequest.Types.FieldViolation;
using Status = Grpc.Core.Status;

namespace SupportGrid.Gateway.Edge;

/// <summary>
/// Every "no" that is ours on the wire (the transport and an ended call have a status alone): a gRPC status, a
/// sentence, and google.rpc details with a stable reason. There are four kinds: invalid input, refusal, failure and
/// bug; none carries a text that was not written for the caller.
/// </summary>
public static class EdgeErrors
{
    /// <summary>The domain of every reason.</summary>
    public const string Domain = "supportgrid";

    /// <summary>Where google.rpc.Status travels.</summary>
    public const string DetailsKey = "grpc-status-details-bin";

    /// <summary>Bytes of a sentence: some name what the caller sent, and clients limit the size of trailers.</summary>
    public const int SentenceBytesMax = 1_000;

    private static readonly TimeSpan FailureRetryAfter = TimeSpan.FromSeconds(1);

    /// <summary>Invalid input: everything that is wrong, at once.</summary>
    public static RpcException Invalid(IReadOnlyList<FieldViolation> violations) => Of(
        StatusCode.InvalidArgument,
        EdgeReasons.InvalidFields,
        ViolationList.Sentence(violations),
        ViolationList.Detail(violations));

    /// <summary>
    /// As <see cref="Invalid(IReadOnlyList{FieldViolation})"/> for one field that could only be judged later.
    /// </summary>
    public static RpcException Invalid(string field, string rule) =>
        Invalid([new FieldViolation { Field = field, Description = rule }]);

    /// <summary>A refusal of the domain, or one of ours.</summary>
    public static RpcException Refused(Refusal refusal) =>
        Of(RefusalStatus.Of(refusal.Code), refusal.Code, refusal.Message);

    public static RpcException Unauthenticated(string reason, string sentence) =>
        Of(StatusCode.Unauthenticated, reason, sentence);

    public static RpcException TokenExpired() => Unauthenticated(
        EdgeReasons.TokenExpired, "The token has expired; call again with a new one.");

    public static RpcException Denied(string reason, string sentence) =>
        Of(StatusCode.PermissionDenied, reason, sentence);

    public static RpcException LimitReached(string reason, string sentence, TimeSpan retryAfter) =>
        Of(StatusCode.ResourceExhausted, reason, sentence, Retry(retryAfter));

    /// <summary>A failure: nothing was acknowledged.</summary>
    public static RpcException Failed(string reason, string sentence, bool isRetryable) => isRetryable
        ? Of(StatusCode.Unavailable, reason, sentence, Retry(FailureRetryAfter))
        : Of(StatusCode.Unavailable, reason, sentence);

    /// <summary>A bug of ours. The caller gets a number to quote and nothing else.</summary>
    public static RpcException Broken(string correlationId) => Of(
        StatusCode.Internal,
        EdgeReasons.Internal,
        $"Something went wrong on our side; quote {correlationId}.",
        new RequestInfo { RequestId = correlationId });

    /// <remarks>Field 1 of ErrorInfo is the reason; the version that we compile against calls it "type".</remarks>
    public static RpcException Of(StatusCode code, string reason, string sentence, IMessage? detail = null)
    {
        sentence = ShortText.Cut(sentence, SentenceBytesMax);
        var status = new Google.Rpc.Status { Code = (int)code, Message = sentence };
        status.Details.Add(Any.Pack(new ErrorInfo { Type = reason, Domain = Domain }));
        if (detail is not null)
        {
            status.Details.Add(Any.Pack(detail));
        }

        var trailers = new Metadata { { DetailsKey, status.ToByteArray() } };
        return new RpcException(new Status(code, sentence), trailers);
    }

    /// <summary>The reason that an error of this class carries; empty for any other.</summary>
    public static string ReasonOf(RpcException exception)
    {
        foreach (var entry in exception.Trailers)
        {
            if (entry.IsBinary && entry.Key == DetailsKey)
            {
                var details = Google.Rpc.Status.Parser.ParseFrom(entry.ValueBytes).Details;
                return details.FirstOrDefault(d => d.Is(ErrorInfo.Descriptor))?.Unpack<ErrorInfo>().Type ?? "";
            }
        }

        return "";
    }

    private static RetryInfo Retry(TimeSpan after) => new() { RetryDelay = Duration.FromTimeSpan(after) };
}
