namespace SupportGrid.EventStore.Tests.Suite;

public abstract class ClaimSuite : LogSuite
{
    [Fact]
    public async Task Claim_FreeKey_BelongsToTheStream()
    {
        await AppendAsync(Given.Append("customer/1", 0) with { Claims = ["phone/1", "mail/1"] });

        Assert.Equal("customer/1", await Store.FindClaimAsync(Given.Tenant, "phone/1"));
        Assert.Equal("customer/1", await Store.FindClaimAsync(Given.Tenant, "mail/1"));
        Assert.Null(await Store.FindClaimAsync(Given.Tenant, "phone/2"));
        Assert.Null(await Store.FindClaimAsync("bolt", "phone/1"));
    }

    [Fact]
    public async Task Claim_KeyOfAnotherStream_RefusesTheWholeRequest()
    {
        await AppendAsync(Given.Append("customer/1", 0) with { Claims = ["phone/1"] });

        var result = await Store.AppendAsync(Given.Append("customer/2", 0) with { Claims = ["mail/2", "phone/1"] });

        Assert.Equal(new AppendResult.ClaimTaken("phone/1", "customer/1"), result);
        Assert.Null(await Store.FindClaimAsync(Given.Tenant, "mail/2"));
        Assert.Empty(await StreamAsync("customer/2"));
    }

    [Fact]
    public async Task Claim_OwnKeyAgain_ChangesNothing()
    {
        await AppendAsync(Given.Append("customer/1", 0) with { Claims = ["phone/1", "phone/1"] });
        await AppendAsync(Given.Append("customer/1", 1) with { Claims = ["phone/1"] });

        Assert.Equal("customer/1", await Store.FindClaimAsync(Given.Tenant, "phone/1"));
    }

    [Fact]
    public async Task Claim_SameKeyInTwoTenants_DoesNotCollide()
    {
        await AppendAsync(Given.Append("customer/1", 0, tenant: "acme") with { Claims = ["phone/1"] });
        await AppendAsync(Given.Append("customer/2", 0, tenant: "bolt") with { Claims = ["phone/1"] });

        Assert.Equal("customer/1", await Store.FindClaimAsync("acme", "phone/1"));
        Assert.Equal("customer/2", await Store.FindClaimAsync("bolt", "phone/1"));
    }

    [Fact]
    public async Task Claim_ManyStreamsAtOnce_ExactlyOneWins()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(
            () => Store.AppendAsync(Given.Append($"customer/{i}", 0) with { Claims = ["phone/1"] }).AsTask())));

        Assert.Single(results.OfType<AppendResult.Appended>());
        var holder = await Store.FindClaimAsync(Given.Tenant, "phone/1");
        Assert.All(
            results.OfType<AppendResult.ClaimTaken>(),
            refused => Assert.Equal(new AppendResult.ClaimTaken("phone/1", holder!), refused));
    }
}
