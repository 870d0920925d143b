using Microsoft.Playwright;
using SupportGrid.Web.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace SupportGrid.Web.Tests.Pages;

[Collection(BrowserCollection.Name)]
public sealed class SignInTests(Browser browser, Centre centre) : IClassFixture<Centre>
{
    [BrowserFact]
    public async Task SignIn_WithNoToken_SaysWhatIsMissing()
    {
        await using var ana = await browser.VisitAsync(centre.Pages);
        await ana.Page.GotoAsync("/desk");
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(ana.Page.GetByText("Paste a token first.")).ToBeVisibleAsync();
        await ana.Page.GetByLabel("Access token").FillAsync("nonsense");
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(ana.Page.GetByText("This is no access token")).ToBeVisibleAsync();
        Assert.Empty(ana.Mishaps);
    }

    [BrowserFact]
    public async Task SignIn_ByLink_TakesTheTokenOutOfTheAddress()
    {
        await using var ana = await browser.VisitAsync(centre.Pages);
        await ana.OpenAsync("desk", centre.Server.Token("ana", "agent"));
        await Expect(ana.Page.GetByRole(AriaRole.Main)).ToBeVisibleAsync();
        Assert.Equal(new Uri(centre.Pages, "desk").ToString(), ana.Page.Url);
        Assert.Empty(ana.Mishaps);
    }

    [BrowserFact]
    public async Task Page_OfAnotherRole_SaysWhatItNeeds()
    {
        await using var ana = await browser.VisitAsync(centre.Pages);
        await ana.OpenAsync("admin", centre.Server.Token("ana", "agent"));
        await Expect(ana.Page.GetByText("Your token does not open this page")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Page_Loaded_AsksNobodyElse()
    {
        await using var ana = await browser.VisitAsync(centre.Pages);
        await ana.OpenAsync("desk", centre.Server.Token("ana", "agent"));
        await Expect(ana.Page.GetByRole(AriaRole.Main)).ToBeVisibleAsync();
        Assert.All(ana.Requested, address => Assert.StartsWith(centre.Pages.ToString(), address, StringComparison.Ordinal));
    }
}
