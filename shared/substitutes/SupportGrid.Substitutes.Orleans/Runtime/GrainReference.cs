using SupportGrid.Substitutes.Orleans.Engine;

namespace Orleans.Runtime;

/// <summary>A reference to a grain or an observer. Classes made from grain interfaces derive from it.</summary>
public class GrainReference : IAddressable, IEquatable<GrainReference>
{
    private readonly IReferenceFactory _factory;

    internal GrainReference(IReferenceFactory factory, GrainId grainId, GrainInterfaceType interfaceType)
    {
        _factory = factory;
        GrainId = grainId;
        InterfaceType = interfaceType;
    }

    /// <summary>The grain's identity.</summary>
    public GrainId GrainId { get; }

    /// <summary>The interface that this reference offers.</summary>
    public GrainInterfaceType InterfaceType { get; }

    /// <summary>The interface that this reference offers, as text.</summary>
    public virtual string InterfaceName => InterfaceType.ToString();

    /// <summary>A reference of another interface to the same grain.</summary>
    public virtual TGrainInterface Cast<TGrainInterface>()
        where TGrainInterface : IAddressable => (TGrainInterface)Cast(typeof(TGrainInterface));

    /// <inheritdoc/>
    public bool Equals(GrainReference? other) => other is not null && GrainId.Equals(other.GrainId);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GrainReference);

    /// <inheritdoc/>
    public override int GetHashCode() => GrainId.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => $"{InterfaceName}@{GrainId}";

    internal object Cast(Type interfaceType) =>
        interfaceType.IsInstanceOfType(this) ? this : _factory.GetReference(GrainId, interfaceType);
}
