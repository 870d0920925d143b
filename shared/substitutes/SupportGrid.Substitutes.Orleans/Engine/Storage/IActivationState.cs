namespace SupportGrid.Substitutes.Orleans.Engine.Storage;

/// <summary>State that is read before its grain is activated.</summary>
internal interface IActivationState
{
    Task ReadAsync(CancellationToken cancellationToken);
}
