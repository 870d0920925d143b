using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Wallboards;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Live.Wallboards;

/// <summary>The board on the wire. Ratios are computed here, from counts, by every definition there is.</summary>
internal static class BoardMapping
{
    /// <param name="now">Counts are those of its day in UTC.</param>
    /// <param name="estimate">The queue's line as its dispatcher sees it; null when it is not known.</param>
    public static V1.QueueNumbers ToProto(this QueueRow row, DateTimeOffset now, QueueLine? estimate)
    {
        var total = row.TotalOf(now);
        var proto = new V1.QueueNumbers
        {
            Queue = row.Queue,
            DisplayName = row.DisplayName,
            Waiting = row.Line.Count,
            LongestSince = row.LongestSince.ToProto(),
            OfferedNow = row.Offered,
            ConnectedNow = row.Connected,
            WrappingNow = row.Wrapping,
            Offered = total.Counts.Offered,
            Answered = total.Counts.Answered,
            Abandoned = total.Counts.Abandoned,
            ShortAbandoned = total.Counts.ShortAbandoned,
            FlowedOut = total.Counts.FlowedOut,
            Callbacks = total.Counts.Callbacks,
            Handled = total.Handled,
            AverageSpeedOfAnswer = total.AverageSpeedOfAnswer.ToProto(),
            AverageHandleTime = total.AverageHandleTime.ToProto(),
            WaitP50 = estimate?.WaitP50.ToProto(),
            WaitP90 = estimate?.WaitP90.ToProto(),
            Estimator = estimate?.Estimator ?? "",
        };
        proto.ServiceLevels.AddRange(ServiceLevels.All.Values.Select(d => ToProto(d, total.Counts, row.Target)));
        return proto;
    }

    public static V1.AgentNumbers ToProto(this StaffCounts staff) => new()
    {
        SignedIn = staff.SignedIn,
        Idle = staff.Idle,
        Offered = staff.Offered,
        Interacting = staff.Interacting,
        Wrapping = staff.Wrapping,
        NotResponding = staff.NotResponding,
        OffQueue = staff.OffQueue,
    };

    /// <param name="from">Intervals that ended by then are left out.</param>
    public static V1.QueueIntervals Intervals(this QueueRow row, DateTimeOffset from)
    {
        var proto = new V1.QueueIntervals { Queue = row.Queue };
        proto.Intervals.AddRange(row.Buckets
            .Where(b => b.Key + QueueRow.BucketSpan > from)
            .Select(b => ToProto(b.Key, b.Value, row.Target)));
        return proto;
    }

    private static V1.QueueInterval ToProto(DateTimeOffset start, BoardBucket bucket, ServiceTarget target) => new()
    {
        Start = start.ToProto(),
        Offered = bucket.Counts.Offered,
        Answered = bucket.Counts.Answered,
        Abandoned = bucket.Counts.Abandoned,
        ShortAbandoned = bucket.Counts.ShortAbandoned,
        Callbacks = bucket.Counts.Callbacks,
        FlowedOut = bucket.Counts.FlowedOut,
        Handled = bucket.Handled,
        ServiceLevel = ToProto(ServiceLevels.All[target.Definition], bucket.Counts, target),
        AverageSpeedOfAnswer = bucket.AverageSpeedOfAnswer.ToProto(),
        AverageHandleTime = bucket.AverageHandleTime.ToProto(),
    };

    private static V1.ServiceLevel ToProto(
        ServiceLevelDefinition definition, ServiceCounts counts, ServiceTarget target)
    {
        var isTarget = string.Equals(definition.Id, target.Definition, StringComparison.Ordinal);
        var level = new V1.ServiceLevel
        {
            Definition = definition.Id,
            DefinitionVersion = definition.Version,
            Threshold = target.Threshold.ToProto(),
            Numerator = definition.Good(counts),
            Denominator = definition.Total(counts),
            IsTarget = isTarget,
            TargetShare = isTarget ? target.Share : 0,
        };
        if (definition.Share(counts) is { } share)
        {
            level.Share = share;
        }

        return level;
    }
}
