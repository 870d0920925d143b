namespace Orleans;

/// <summary>State between a grain and its store.</summary>
/// <typeparam name="T">The state.</typeparam>
public sealed class GrainState<T> : IGrainState<T>
{
    /// <summary>Without state.</summary>
    public GrainState()
        : this(default)
    {
    }

    /// <summary>With state.</summary>
    public GrainState(T? state)
        : this(state, null)
    {
    }

    /// <summary>With state and its version.</summary>
    public GrainState(T? state, string? eTag)
    {
        State = state;
        ETag = eTag;
    }

    /// <inheritdoc/>
    public T? State { get; set; }

    /// <inheritdoc/>
    public string? ETag { get; set; }

    /// <inheritdoc/>
    public bool RecordExists { get; set; }
}
