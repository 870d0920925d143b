using SupportGrid.Substitutes.Orleans.Engine;
using SupportGrid.Substitutes.Orleans.Engine.Calls;
using SupportGrid.Substitutes.Orleans.Engine.Calls.Enumerations;
using SupportGrid.Substitutes.Orleans.Engine.Turns;

namespace Orleans.Runtime;

/// <summary>A reference to a grain or an observer. Classes made from grain interfaces derive from it.</summary>
public class GrainReference : IAddressable, IEquatable<GrainReference>
{
    private readonly InterfaceModel? _model;

    internal GrainReference(GrainEngine engine, GrainId grainId, InterfaceModel? model)
    {
        Engine = engine;
        GrainId = grainId;
        _model = model;
    }

    /// <summary>The grain's identity.</summary>
    public GrainId GrainId { get; }

    /// <summary>The interface that this reference offers.</summary>
    public GrainInterfaceType InterfaceType => _model?.Name ?? default;

    /// <summary>The interface that this reference offers, as text.</summary>
    public virtual string InterfaceName => _model?.Type.FullName ?? string.Empty;

    internal GrainEngine Engine { get; }

    /// <summary>Where the last call went; saves looking for it.</summary>
    internal Mailbox? LastTarget { get; set; }

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
        interfaceType.IsInstanceOfType(this) ? this : Engine.GetReference(GrainId, interfaceType);

    // The methods below are what emitted references call: one per kind of result.
    internal Task<TResult> CallTaskOf<TArgs, TResult>(int method, TArgs arguments)
        where TArgs : struct => Engine.Send(this, Method<TArgs, TResult>(method), arguments);

    internal Task CallTask<TArgs>(int method, TArgs arguments)
        where TArgs : struct => Engine.Send(this, Method<TArgs, VoidResult>(method), arguments);

    internal ValueTask<TResult> CallValueTaskOf<TArgs, TResult>(int method, TArgs arguments)
        where TArgs : struct => new(Engine.Send(this, Method<TArgs, TResult>(method), arguments));

    internal ValueTask CallValueTask<TArgs>(int method, TArgs arguments)
        where TArgs : struct => new(Engine.Send(this, Method<TArgs, VoidResult>(method), arguments));

    internal void CallOneWay<TArgs>(int method, TArgs arguments)
        where TArgs : struct => _ = Engine.Send(this, Method<TArgs, VoidResult>(method), arguments);

    internal IAsyncEnumerable<TItem> CallEnumerable<TArgs, TItem>(int method, TArgs arguments)
        where TArgs : struct => new RemoteEnumerable<TArgs, TItem>(
            this, Method<TArgs, TItem>(method), Method<TArgs, TItem>(method).CopyArguments(arguments));

    private GrainMethod<TArgs, TResult> Method<TArgs, TResult>(int index)
        where TArgs : struct => (GrainMethod<TArgs, TResult>)_model!.Methods[index];
}
