namespace SupportGrid.Substitutes.Orleans.Engine;

/// <summary>An immutable set of request context values; shared between a caller and its calls.</summary>
internal sealed class RequestContextValues
{
    private readonly Dictionary<string, object> _entries;

    private RequestContextValues(Dictionary<string, object> entries, Guid reentrancyId)
    {
        _entries = entries;
        ReentrancyId = reentrancyId;
    }

    internal Guid ReentrancyId { get; }

    internal IEnumerable<KeyValuePair<string, object>> Entries => _entries;

    internal object? Get(string key) => _entries.GetValueOrDefault(key);

    internal static RequestContextValues With(RequestContextValues? values, string key, object value)
    {
        var entries = values is null ? [] : new Dictionary<string, object>(values._entries, StringComparer.Ordinal);
        entries[key] = value;
        return new RequestContextValues(entries, values?.ReentrancyId ?? Guid.Empty);
    }

    internal static RequestContextValues? With(RequestContextValues? values, Guid reentrancyId) =>
        (values?.ReentrancyId ?? Guid.Empty) == reentrancyId
            ? values
            : OrNull(values?._entries ?? [], reentrancyId);

    internal static RequestContextValues? Without(RequestContextValues? values, string key)
    {
        if (values is null || !values._entries.ContainsKey(key))
        {
            return values;
        }

        var entries = new Dictionary<string, object>(values._entries, StringComparer.Ordinal);
        entries.Remove(key);
        return OrNull(entries, values.ReentrancyId);
    }

    private static RequestContextValues? OrNull(Dictionary<string, object> entries, Guid reentrancyId) =>
        entries.Count == 0 && reentrancyId == Guid.Empty ? null : new RequestContextValues(entries, reentrancyId);
}
