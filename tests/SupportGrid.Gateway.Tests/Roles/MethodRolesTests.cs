using SupportGrid.Api.V1;
using SupportGrid.Gateway.Roles;
using SupportGrid.Gateway.Tests.Support;

namespace SupportGrid.Gateway.Tests.Roles;

public sealed class MethodRolesTests
{
    [Fact]
    public void Table_EveryMethodOfTheDescriptors_HasRolesAndNothingElseHas() => Assert.Equal(
        ApiMethods.Guarded.Select(ApiMethods.PathOf).Order(StringComparer.Ordinal),
        MethodRoles.Methods.Order(StringComparer.Ordinal));

    [Fact]
    public void Descriptors_TheFilesOfTheTests_AreAllFilesOfTheApi()
    {
        var files = typeof(AdminReflection).Assembly.GetTypes()
            .Where(t => t.Namespace == typeof(AdminReflection).Namespace)
            .Count(t => t.Name.EndsWith("Reflection", StringComparison.Ordinal));
        Assert.Equal(8, files);
    }

    [Theory]
    [InlineData("/grpc.health.v1.Health/Check", true)]
    [InlineData("/grpc.reflection.v1.ServerReflection/ServerReflectionInfo", true)]
    [InlineData("/supportgrid.v1.GuestService/StartGuestSession", true)]
    [InlineData("/supportgrid.v1.AdminService/IssueToken", false)]
    [InlineData("/grpc.health.v1.HealthSomething/Check", false)]
    public void IsOpen_OnlyProbesGuestsAndReflection_AreOpen(string method, bool open) =>
        Assert.Equal(open, MethodRoles.IsOpen(method));

    [Fact]
    public void Of_MethodThatIsNotInTheTable_NobodyMayCall() =>
        Assert.Equal(Role.None, MethodRoles.Of("/supportgrid.v1.DeskService/Unheard"));
}
