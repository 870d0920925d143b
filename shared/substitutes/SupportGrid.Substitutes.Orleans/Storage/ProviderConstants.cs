namespace Orleans.Providers;

/// <summary>Well-known names.</summary>
public static class ProviderConstants
{
    /// <summary>The store of grains that name none.</summary>
#pragma warning disable CA1707 // The name is that of the original.
    public const string DEFAULT_STORAGE_PROVIDER_NAME = "Default";
#pragma warning restore CA1707
}
