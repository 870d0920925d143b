using SupportGrid.Substitutes.Orleans.Engine;

namespace Orleans.Runtime;

/// <summary>Values that travel with calls: what a caller sets, the grain it calls can read.</summary>
/// <remarks>Changes that a callee makes do not travel back.</remarks>
public static class RequestContext
{
    private static readonly AsyncLocal<RequestContextValues?> s_values = new();

    /// <summary>All values.</summary>
    public static IEnumerable<KeyValuePair<string, object>> Entries => Values?.Entries ?? [];

    /// <summary>The keys of all values.</summary>
    public static IEnumerable<string> Keys => Entries.Select(entry => entry.Key);

    /// <summary>Names the call chain that may come back to a grain which waits for it; empty for none.</summary>
    public static Guid ReentrancyId
    {
        get => Values?.ReentrancyId ?? Guid.Empty;
        set => Values = RequestContextValues.With(Values, value);
    }

    internal static RequestContextValues? Values
    {
        get => s_values.Value;
        set => s_values.Value = value;
    }

    /// <summary>The value of a key, or null.</summary>
    public static object? Get(string key) => Values?.Get(key);

    /// <summary>Sets a value for all calls made from here on in this logical flow.</summary>
    public static void Set(string key, object value) => Values = RequestContextValues.With(Values, key, value);

    /// <summary>Removes a value; false when it was not there.</summary>
    public static bool Remove(string key)
    {
        var before = Values;
        Values = RequestContextValues.Without(before, key);
        return !ReferenceEquals(before, Values);
    }

    /// <summary>Removes all values.</summary>
    public static void Clear() => Values = null;

    /// <summary>
    /// Lets calls that this grain makes come back to it while it waits, until the section is disposed.
    /// </summary>
    public static ReentrancySection AllowCallChainReentrancy()
    {
        var original = ReentrancyId;
        var section = original == Guid.Empty ? Guid.NewGuid() : original;
        return new ReentrancySection(original, section);
    }

    /// <summary>Ends the permission of an outer section, until this section is disposed.</summary>
    public static ReentrancySection SuppressCallChainReentrancy() => new(ReentrancyId, Guid.Empty);

    /// <summary>A stretch of code in which the call chain may, or may not, come back.</summary>
    public readonly struct ReentrancySection : IDisposable
    {
        private readonly Guid _original;
        private readonly Guid _section;
        private readonly IReentrancyTracker? _tracker;

        /// <summary>Enters the section.</summary>
        public ReentrancySection(Guid originalReentrancyId, Guid newReentrancyId)
        {
            _original = originalReentrancyId;
            _section = newReentrancyId;
            _tracker = newReentrancyId == Guid.Empty ? null : RuntimeContext.Current as IReentrancyTracker;
            _tracker?.EnterReentrantSection(newReentrancyId);
            ReentrancyId = newReentrancyId;
        }

        /// <summary>Leaves the section.</summary>
        public void Dispose()
        {
            _tracker?.LeaveReentrantSection(_section);
            ReentrancyId = _original;
        }
    }
}
