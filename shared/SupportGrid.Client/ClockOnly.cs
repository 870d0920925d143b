namespace SupportGrid.Client;

/// <summary>
/// Hands the client's clock to its channel, so that deadlines are measured by the clock that set them.
/// </summary>
internal sealed class ClockOnly(TimeProvider time) : IServiceProvider
{
    public object? GetService(Type serviceType) => serviceType == typeof(TimeProvider) ? time : null;
}
