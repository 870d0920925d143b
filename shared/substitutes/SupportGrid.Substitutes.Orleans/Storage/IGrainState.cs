namespace Orleans;

/// <summary>State between a grain and its store.</summary>
/// <typeparam name="T">The state.</typeparam>
public interface IGrainState<T>
{
    /// <summary>The state; null before anything was read.</summary>
    T? State { get; set; }

    /// <summary>The version that the store knows; null when nothing is stored.</summary>
    string? ETag { get; set; }

    /// <summary>Whether something is stored.</summary>
    bool RecordExists { get; set; }
}
