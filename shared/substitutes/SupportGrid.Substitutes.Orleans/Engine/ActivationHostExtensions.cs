namespace SupportGrid.Substitutes.Orleans.Engine;

internal static class ActivationHostExtensions
{
    internal static IActivationHost Host(this IGrainContext context) => context as IActivationHost
        ?? throw new InvalidOperationException($"{context.GetType().Name} was not made by this engine.");
}
