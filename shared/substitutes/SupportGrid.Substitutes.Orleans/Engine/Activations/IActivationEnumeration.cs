namespace SupportGrid.Substitutes.Orleans.Engine.Activations;

/// <summary>An enumeration that runs in an activation.</summary>
internal interface IActivationEnumeration
{
    /// <summary>Cuts it off, in a turn of the activation.</summary>
    void Abort();
}
