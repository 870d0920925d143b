using Google.Protobuf.WellKnownTypes;

namespace SupportGrid.Gateway;

/// <summary>Instants and spans on the wire.</summary>
public static class ProtoTime
{
    public static Timestamp ToProto(this DateTimeOffset at) => Timestamp.FromDateTimeOffset(at);

    public static Timestamp? ToProto(this DateTimeOffset? at) =>
        at is { } value ? Timestamp.FromDateTimeOffset(value) : null;

    public static Duration ToProto(this TimeSpan span) => Duration.FromTimeSpan(span);

    public static Duration? ToProto(this TimeSpan? span) =>
        span is { } value ? Duration.FromTimeSpan(value) : null;
}
