using SupportGrid.Domain;
using SupportGrid.Domain.Customers;
using SupportGrid.Domain.Interactions;
using SupportGrid.Silo.Tests.Hosting;

namespace SupportGrid.Silo.Tests.Customers;

public sealed class ServiceTests
{
    [Fact]
    public async Task A_service_that_is_told_again_late_renews_nobodys_preference()
    {
        await using var centre = await Centre.StartAsync();
        var zoe = centre.Customer("zoe");
        var begun = new BeginContact("zoe", "Zoe", "i1", 0, "billing", Channel.Chat, "Parcel", default);
        await zoe.Execute(begun, centre.Meta());
        var served = centre.Time.GetUtcNow();
        await zoe.Execute(new NoteService("i1", "ana", served), centre.Meta());
        var first = await zoe.Read();
        Assert.Equal(new LastService("ana", served), Assert.IsType<Customer.Acquainted>(first.State).LastService);

        // As when so much else happened that the request id is forgotten: only the rule can tell.
        await centre.PassAsync(TimeSpan.FromDays(20));
        await zoe.Execute(new NoteService("i1", "ana", served), centre.Meta());

        Assert.Equal(first.Version, (await zoe.Read()).Version);
    }
}
