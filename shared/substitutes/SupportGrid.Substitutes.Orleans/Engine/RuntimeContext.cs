namespace SupportGrid.Substitutes.Orleans.Engine;

/// <summary>The activation whose turn runs on this thread.</summary>
internal static class RuntimeContext
{
    [ThreadStatic]
    private static IGrainContext? t_current;

    internal static IGrainContext? Current
    {
        get => t_current;
        set => t_current = value;
    }
}
