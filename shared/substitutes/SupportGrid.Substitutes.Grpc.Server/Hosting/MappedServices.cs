namespace Grpc.AspNetCore.Server;

/// <summary>Proof that AddGrpc was called, and the list of what was mapped.</summary>
internal sealed class MappedServices
{
    private readonly List<GrpcMethodMetadata> _methods = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public IReadOnlyList<GrpcMethodMetadata> Methods => _methods;

    public bool IsEmpty => _names.Count == 0;

    /// <summary>Notes methods of a service; true if it is the first time that its name occurs.</summary>
    public bool Add(string serviceName, IEnumerable<GrpcMethodMetadata> methods)
    {
        _methods.AddRange(methods);
        return _names.Add(serviceName);
    }
}
