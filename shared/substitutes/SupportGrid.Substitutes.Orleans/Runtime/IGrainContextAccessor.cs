namespace Orleans.Runtime;

/// <summary>Tells which activation the running code belongs to.</summary>
public interface IGrainContextAccessor
{
    /// <summary>The activation; null outside grains.</summary>
    IGrainContext? GrainContext { get; }
}
