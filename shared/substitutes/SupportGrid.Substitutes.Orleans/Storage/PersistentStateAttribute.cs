namespace Orleans.Runtime;

/// <summary>
/// Says which state and which store a constructor parameter of type <see cref="IPersistentState{TState}"/> is.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class PersistentStateAttribute : Attribute
{
    /// <summary>Names the state, and the store unless it is the default one.</summary>
    public PersistentStateAttribute(string stateName, string? storageName = null)
    {
        ArgumentNullException.ThrowIfNull(stateName);
        StateName = stateName;
        StorageName = storageName;
    }

    /// <summary>Names the state. Make it unique per grain class: some stores do not keep classes apart.</summary>
    public string StateName { get; }

    /// <summary>Names the store; null for the default one.</summary>
    public string? StorageName { get; }
}
