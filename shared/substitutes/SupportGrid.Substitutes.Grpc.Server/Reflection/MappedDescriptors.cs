using System.Reflection;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace Grpc.AspNetCore.Server.Reflection;

/// <summary>Finds the descriptors that generated code keeps beside the base classes of the mapped services.</summary>
internal static class MappedDescriptors
{
    public static IEnumerable<ServiceDescriptor> Of(MappedServices mapped) => mapped.Methods
        .Select(method => method.ServiceType)
        .Distinct()
        .Select(Find)
        .OfType<ServiceDescriptor>();

    private static ServiceDescriptor? Find(Type serviceType)
    {
        for (var type = serviceType; type is not null; type = type.BaseType)
        {
            if (type.GetCustomAttribute<BindServiceMethodAttribute>(inherit: false) is { } attribute)
            {
                return attribute.BindType.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)
                    ?.GetValue(null) as ServiceDescriptor;
            }
        }

        return null;
    }
}
