using System.Text.Json;
using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Roles;
using SupportGrid.Gateway.Tests.Support;

namespace SupportGrid.Gateway.Tests.Identity;

public sealed class CallerReaderTests
{
    [Fact]
    public void Read_RolesAsList_KnowsOursAndIgnoresOthers() => Assert.Equal(
        Role.Agent | Role.Supervisor,
        Read("""{"tenant":"acme","sub":"ana","roles":["agent","supervisor","printer",7]}""")!.Roles);

    [Fact]
    public void Read_RolesAsText_AreSeparatedByBlanks() =>
        Assert.Equal(Role.Agent | Role.Admin, Read("""{"tenant":"acme","sub":"ana","roles":"agent admin"}""")!.Roles);

    [Fact]
    public void Read_NoRoles_IsACallerWhoMayNothing() =>
        Assert.Equal(Role.None, Read("""{"tenant":"acme","sub":"ana"}""")!.Roles);

    [Theory]
    [InlineData("""{"sub":"ana"}""")]
    [InlineData("""{"tenant":"acme"}""")]
    [InlineData("""{"tenant":"","sub":"ana"}""")]
    [InlineData("""{"tenant":"a/b","sub":"ana"}""")]
    [InlineData("""{"tenant":"acme","sub":"Ana"}""")]
    [InlineData("""{"tenant":"acme","sub":7}""")]
    [InlineData("""{"tenant":["acme"],"sub":"ana"}""")]
    public void Read_TenantOrSubjectThatIsNoId_IsNobody(string payload) => Assert.Null(Read(payload));

    [Theory]
    [InlineData("""{"tenant":"acme","sub":"ana","typ":"ID"}""")]
    [InlineData("""{"tenant":"acme","sub":"ana","nonce":"n"}""")]
    [InlineData("""{"tenant":"acme","sub":"ana","at_hash":"h"}""")]
    public void Read_IdToken_IsNobody(string payload) => Assert.Null(Read(payload));

    [Fact]
    public void Read_DottedName_IsAPathUnlessAClaimHasThatName()
    {
        var names = new ClaimNames("tenant", null, "sub", "realm_access.roles");
        Assert.Equal(
            Role.Agent,
            Read("""{"tenant":"acme","sub":"ana","realm_access":{"roles":["agent"]}}""", names)!.Roles);
        Assert.Equal(
            Role.Admin,
            Read("""{"tenant":"acme","sub":"ana","realm_access.roles":["admin"],"realm_access":3}""", names)!.Roles);
        Assert.Equal(Role.None, Read("""{"tenant":"acme","sub":"ana","realm_access":3}""", names)!.Roles);
    }

    [Fact]
    public void Read_FixedTenant_GoesBeforeTheClaim() => Assert.Equal(
        "only", Read("""{"tenant":"acme","sub":"ana"}""", ClaimNames.Local with { FixedTenant = "only" })!.Tenant);

    private static Caller? Read(string payload, ClaimNames? names = null)
    {
        using var json = JsonDocument.Parse(payload);
        return CallerReader.Read(json.RootElement, names ?? ClaimNames.Local, TestTime.Noon);
    }
}
