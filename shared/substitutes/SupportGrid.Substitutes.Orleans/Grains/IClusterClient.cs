namespace Orleans;

/// <summary>Access to grains from outside a grain: the same process here.</summary>
public interface IClusterClient : IGrainFactory
{
    /// <summary>The services of the host.</summary>
    IServiceProvider ServiceProvider { get; }
}
