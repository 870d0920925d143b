using Microsoft.Playwright;
using SupportGrid.Web.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace SupportGrid.Web.Tests.Pages;

/// <summary>The desk as an agent uses it: by keyboard where there is a key for it.</summary>
internal sealed class Desk(Visitor visitor)
{
    public IPage Page => visitor.Page;

    public ILocator Offer => Page.Locator(".offer");

    public ILocator Talk => Page.Locator(".talk");

    public ILocator Composer => Page.Locator(".composer textarea");

    public ILocator Cut => Page.Locator("[data-live=cut]");

    /// <summary>Opens the desk by a link with a token and starts work.</summary>
    public static async Task<Desk> StartAsync(Visitor visitor, string token)
    {
        var desk = new Desk(visitor);
        await visitor.OpenAsync("desk", token);
        await visitor.Page.Locator(".start-card button").ClickAsync();
        await Expect(visitor.Page.Locator(".work")).ToBeVisibleAsync();
        return desk;
    }

    /// <summary>Takes the offer by its key and waits for the conversation.</summary>
    public async Task AcceptAsync(string customer)
    {
        await Expect(Offer.GetByRole(AriaRole.Heading, new() { Name = customer })).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("Alt+a");
        await Expect(Talk.GetByRole(AriaRole.Heading, new() { Name = customer })).ToBeVisibleAsync();
    }

    public async Task SayAsync(string text)
    {
        await Page.Keyboard.PressAsync("Alt+m");
        await Page.Keyboard.InsertTextAsync(text);
        await Page.Keyboard.PressAsync("Enter");
    }

    public ILocator Said(string text) => Page.Locator(".bubble").GetByText(text, new() { Exact = true });
}
