using Google.Protobuf.Reflection;
using SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Tests.Support;

/// <summary>Every method of the API, from the descriptors: a new one cannot be forgotten.</summary>
internal static class ApiMethods
{
    private static readonly FileDescriptor[] Files =
    [
        AdminReflection.Descriptor, CommonReflection.Descriptor, CustomerReflection.Descriptor,
        DeskReflection.Descriptor, EmpathyReflection.Descriptor, EventsReflection.Descriptor,
        GuestReflection.Descriptor, SupervisionReflection.Descriptor,
    ];

    public static IReadOnlyList<MethodDescriptor> All { get; } =
        [.. Files.SelectMany(f => f.Services).SelectMany(s => s.Methods)];

    /// <summary>Those that nobody may call without a token.</summary>
    public static IReadOnlyList<MethodDescriptor> Guarded { get; } =
        [.. All.Where(m => m.Service.Name != "GuestService")];

    public static string PathOf(MethodDescriptor method) => $"/{method.Service.FullName}/{method.Name}";
}
