namespace SupportGrid.Substitutes.Orleans.Engine;

/// <summary>Makes typed references.</summary>
internal interface IReferenceFactory
{
    object GetReference(GrainId grainId, Type interfaceType);
}
