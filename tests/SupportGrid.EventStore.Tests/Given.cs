using System.Text;

namespace SupportGrid.EventStore.Tests;

/// <summary>Requests for tests. Ids are counted, so that a failure reads the same each time.</summary>
internal static class Given
{
    public const string Tenant = "acme";

    public static DateTimeOffset Noon { get; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static byte[] Json(string text) => Encoding.UTF8.GetBytes(text);

    public static NewEvent Event(
        string type = "opened", int number = 1, string? audience = null, object? body = null) =>
        new(new Guid(number, 0, 0, new byte[8]), type, 1, Noon.AddSeconds(number), Json($$"""{"number":{{number}}}"""))
        {
            Audience = audience,
            Body = body,
        };

    public static AppendRequest Append(string stream, long expectedVersion, int events = 1, string tenant = Tenant) =>
        new(
            tenant,
            stream,
            expectedVersion,
            [.. Enumerable.Range(1, events).Select(i => Event(number: (int)expectedVersion + i))]);

    public static NewReaction Reaction(int eventIndex = 0, int index = 0, string kind = "tell") =>
        new(eventIndex, index, kind, Json($$"""{"index":{{index}}}"""));
}
