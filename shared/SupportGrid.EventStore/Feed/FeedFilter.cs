namespace SupportGrid.EventStore.Feed;

/// <summary>The conditions of a <see cref="FeedQuery"/>, for events in memory.</summary>
internal static class FeedFilter
{
    public static void Validate(FeedQuery query)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(query.After);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(query.Limit);
        if (query.Tenant is null && (query.Stream is not null || query.Audience is not null))
        {
            throw new ArgumentException(
                "A stream or an audience is read within a tenant; name the tenant.", nameof(query));
        }
    }

    /// <summary>The condition as a function; null when every event matches.</summary>
    public static Func<RecordedEvent, bool>? Of(FeedQuery query) => (query.Stream, query.Audience) switch
    {
        _ when query.Tenant is null => null,
        (null, null) => e => e.Tenant == query.Tenant,
        ({ } stream, null) => e => e.Stream == stream && e.Tenant == query.Tenant,
        (null, { } audience) => e => e.Audience == audience && e.Tenant == query.Tenant,
        ({ } stream, { } audience) => e => (e.Stream == stream || e.Audience == audience) && e.Tenant == query.Tenant,
    };
}
