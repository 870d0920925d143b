using System.Reflection;
using Grpc.Core;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Interactions;
using SupportGrid.EventSourcing;
using SupportGrid.Gateway.Edge;
using SupportGrid.Kernel;

namespace SupportGrid.Gateway.Tests.Edge;

public sealed class RefusalStatusTests
{
    private static readonly Assembly[] Assemblies =
    [
        typeof(InteractionRefusals).Assembly, typeof(GrainRefusals).Assembly, typeof(ShellRefusals).Assembly,
        typeof(EdgeRefusals).Assembly, typeof(Silo.SupportGridSilo).Assembly,
    ];

    /// <summary>Every code of every class of refusals, found by their names: a new one cannot be forgotten.</summary>
    public static TheoryData<string> Codes() => new(Assemblies
        .SelectMany(a => a.GetTypes())
        .Where(t => t.Name.EndsWith("Refusals", StringComparison.Ordinal))
        .SelectMany(CodesOf)
        .Distinct()
        .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Knows_EveryRefusal_HasAStatusSomebodyDecided(string code) =>
        Assert.True(RefusalStatus.Knows(code), $"{code} is not in the table of RefusalStatus.");

    [Theory]
    [MemberData(nameof(Codes))]
    public void Of_EveryRefusal_IsNeitherOkNorAnError(string code) =>
        Assert.DoesNotContain(
            RefusalStatus.Of(code),
            new[] { StatusCode.OK, StatusCode.Internal, StatusCode.Unknown, StatusCode.Unavailable });

    [Fact]
    public void Codes_TheSearch_FindsTheClassesThatAreThere() => Assert.True(Codes().Count > 40);

    [Fact]
    public void Of_UnknownCode_IsARefusalAllTheSame() =>
        Assert.Equal(StatusCode.FailedPrecondition, RefusalStatus.Of("NEVER_HEARD_OF"));

    private static IEnumerable<string> CodesOf(Type type)
    {
        var lists = type.GetProperties(BindingFlags.Public | BindingFlags.Static).Select(p =>
            p.GetValue(null)).ToList();
        var codes = lists.OfType<IReadOnlyList<Refusal>>().SelectMany(all => all).Select(r => r.Code)
            .Concat(lists.OfType<IReadOnlyList<string>>().SelectMany(all => all))
            .Concat(lists.OfType<Refusal>().Select(r => r.Code))
            .ToList();
        Assert.NotEmpty(codes);
        return codes;
    }
}
