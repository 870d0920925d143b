using System.Reflection;
using Google.Protobuf.Reflection;
using Microsoft.Extensions.Logging;
using Orleans;
using SupportGrid.Api.V1;
using SupportGrid.Compatibility.Tests.Golden;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Interactions;
using SupportGrid.EventSourcing;
using SupportGrid.Gateway;
using SupportGrid.Gateway.Edge;
using SupportGrid.Kernel;
using SupportGrid.Silo;

namespace SupportGrid.Compatibility.Tests.Surface;

/// <summary>What clients, other servers and operators hold on to.</summary>
public sealed class PublicSurfaceTests
{
    private const BindingFlags Statics = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly Assembly[] Product =
    [
        typeof(InteractionRefusals).Assembly, typeof(GrainRefusals).Assembly, typeof(ShellRefusals).Assembly,
        typeof(SupportGridSilo).Assembly, typeof(SupportGridGateway).Assembly,
    ];

    [Fact]
    public void Reasons_OfErrors_OnlyGrow() =>
        Baseline.OnlyGrows("ErrorReasons.txt", RefusalCodes().Concat(EdgeReasons.All).Distinct(StringComparer.Ordinal));

    [Fact]
    public void Numbers_OfLogEvents_KeepTheirNames() => Baseline.OnlyGrows("LogEvents.txt", Product
        .SelectMany(a => a.GetTypes())
        .SelectMany(t => t.GetMethods(Statics))
        .Select(m => (Method: m, Message: m.GetCustomAttribute<LoggerMessageAttribute>()))
        .Where(m => m.Message is not null)
        .Select(m => $"{m.Message!.EventId} {m.Method.Name}"));

    [Fact]
    public void Numbers_OfLogEvents_AreUnique() => Assert.All(
        File.ReadAllLines(GoldenFolder.PathOf("LogEvents.txt")).GroupBy(l => l.Split(' ')[0]), g => Assert.Single(g));

    [Fact]
    public void Interfaces_OfActors_OnlyGrow() => Baseline.OnlyGrows("ActorInterfaces.txt", typeof(IInteractionGrain).Assembly
        .GetTypes()
        .Where(t => t.IsInterface && t.IsAssignableTo(typeof(IGrain)))
        .SelectMany(t => t.GetMethods().Select(m =>
            $"{AliasOf(t)}.{AliasOf(m)}({string.Join(", ", m.GetParameters().Select(p => NameOf(p.ParameterType)))})"
            + $" -> {NameOf(m.ReturnType)}")));

    [Fact]
    public void Api_MethodsFieldsAndValues_OnlyGrow() =>
        Baseline.OnlyGrows("Api.txt", Files().SelectMany(f => f.Services.SelectMany(s => s.Methods).Select(Line)
            .Concat(f.MessageTypes.SelectMany(LinesOf))
            .Concat(f.EnumTypes.SelectMany(LinesOf))));

    private static IEnumerable<string> RefusalCodes() => Product
        .SelectMany(a => a.GetTypes())
        .Where(t => t.Name.EndsWith("Refusals", StringComparison.Ordinal))
        .SelectMany(t => t.GetProperties(Statics).Select(p => p.GetValue(null)))
        .SelectMany(value => value switch
        {
            Refusal one => [one.Code],
            IReadOnlyList<Refusal> many => many.Select(r => r.Code),
            IReadOnlyList<string> codes => codes,
            _ => [],
        });

    private static string AliasOf(MemberInfo member) => member.GetCustomAttribute<AliasAttribute>()!.Alias;

    private static string NameOf(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GenericTypeArguments.Select(NameOf))}>"
        : type.Name;

    private static IEnumerable<FileDescriptor> Files() => typeof(OpenInteractionRequest).Assembly.GetTypes()
        .Select(t => t.GetProperty("Descriptor", Statics))
        .Where(p => p?.PropertyType == typeof(FileDescriptor))
        .Select(p => (FileDescriptor)p!.GetValue(null)!);

    private static string Line(MethodDescriptor method) =>
        $"rpc {method.FullName}({(method.IsClientStreaming ? "stream " : "")}{method.InputType.FullName})"
        + $" -> {(method.IsServerStreaming ? "stream " : "")}{method.OutputType.FullName}";

    private static IEnumerable<string> LinesOf(MessageDescriptor message) =>
        message.Fields.InDeclarationOrder().Select(f => $"{f.FullName} = {f.FieldNumber} {(f.IsRepeated ? "repeated " : "")}{KindOf(f)}")
            .Concat(message.NestedTypes.SelectMany(LinesOf))
            .Concat(message.EnumTypes.SelectMany(LinesOf));

    private static IEnumerable<string> LinesOf(EnumDescriptor type) =>
        type.Values.Select(v => $"{type.FullName}.{v.Name} = {v.Number}");

    private static string KindOf(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Message => field.MessageType.FullName,
        FieldType.Enum => field.EnumType.FullName,
        var scalar => scalar.ToString(),
    };
}
