using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Roles;
using SupportGrid.Web.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace SupportGrid.Web.Tests.Pages;

/// <summary>A server of their own: these tests kill it.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ReconnectTests(Browser browser, Centre centre) : IClassFixture<Centre>
{
    [BrowserFact]
    public async Task Server_KilledAndStartedAgain_IsSaidAndNothingIsMissing()
    {
        await using var ana = await browser.VisitAsync(centre.Pages);
        var desk = await Desk.StartAsync(ana, centre.Server.Token("ana", "agent"));
        var id = await centre.OpenAsync("Maria Keller", first: "One");
        await desk.AcceptAsync("Maria Keller");

        await centre.Server.KillAsync();
        await Expect(desk.Cut).ToBeVisibleAsync();
        await desk.SayAsync("Two");
        await Expect(desk.Page.Locator("[data-state=waiting]")).ToContainTextAsync("Not sent yet");

        await centre.Server.StartAgainAsync();
        await Expect(desk.Cut).ToHaveCountAsync(0);
        await Expect(desk.Page.Locator("[data-state=waiting]")).ToHaveCountAsync(0);
        await centre.SayAsync(id, "Maria Keller", "Three");
        await Expect(desk.Said("Three")).ToBeVisibleAsync();
        Assert.Equal(["One", "Two", "Three"], await desk.Page.Locator(".bubble").AllInnerTextsAsync());
        Assert.Equal(["One", "Two", "Three"], (await centre.ReadAsync(id)).Transcript.Select(m => m.Text));
    }

    [BrowserFact]
    public async Task Token_RunOut_AsksForAnotherAndKeepsWhatWasTyped()
    {
        await using var ben = await browser.VisitAsync(centre.Pages);
        var desk = await Desk.StartAsync(ben, Brief("ben", TimeSpan.FromSeconds(50)));
        await centre.OpenAsync("Olga Over", queue: "billing");
        await desk.AcceptAsync("Olga Over");
        await desk.Composer.FillAsync("Still here");

        var token = desk.Page.GetByLabel("Access token");
        await Expect(token).ToBeVisibleAsync();
        await Expect(desk.Page.GetByText("everything you typed is kept")).ToBeVisibleAsync();
        await token.FillAsync(centre.Server.Token("ben", "agent"));
        await desk.Page.Keyboard.PressAsync("Tab");
        await desk.Page.Keyboard.PressAsync("Tab");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(token).ToHaveCountAsync(0);
        await Expect(desk.Composer).ToHaveValueAsync("Still here");
        await desk.SayAsync(", and back");
        await Expect(desk.Said("Still here, and back")).ToHaveCountAsync(1);
    }

    private string Brief(string subject, TimeSpan lifetime)
    {
        using var issuer = LocalIssuer.Open(centre.Server.DataFolder, TimeProvider.System);
        return issuer.Issue("main", subject, Role.Agent, lifetime).Token;
    }
}
