namespace Grpc.Core;

/// <summary>A remote method without its message types.</summary>
public interface IMethod
{
    /// <summary>Which sides stream.</summary>
    MethodType Type { get; }

    /// <summary>The full name of the service, package first.</summary>
    string ServiceName { get; }

    /// <summary>The name of the method within the service.</summary>
    string Name { get; }

    /// <summary>The path of the call: "/service/method".</summary>
    string FullName { get; }
}
