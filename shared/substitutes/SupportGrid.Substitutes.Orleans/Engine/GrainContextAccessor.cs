namespace SupportGrid.Substitutes.Orleans.Engine;

internal sealed class GrainContextAccessor : IGrainContextAccessor
{
    public IGrainContext? GrainContext => RuntimeContext.Current;
}
