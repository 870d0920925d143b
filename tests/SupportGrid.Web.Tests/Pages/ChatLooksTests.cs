using Microsoft.Playwright;
using SupportGrid.Web.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace SupportGrid.Web.Tests.Pages;

/// <summary>How the chat looks, in both themes and in the three languages, and that nobody is shut out.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ChatLooksTests(Browser browser, Centre centre) : IClassFixture<Centre>
{
    [BrowserTheory]
    [InlineData("en", false, 420)]
    [InlineData("en", true, 420)]
    [InlineData("zh", false, 420)]
    [InlineData("fa", false, 420)]
    [InlineData("fa", true, 320)]
    public async Task Chat_EveryStep_HasNoSeriousFinding(string language, bool isDark, int width)
    {
        var looks = new Looks(IsDark: isDark, Width: width, Height: 720);
        await using var visitor = await browser.VisitAsync(centre.Pages, looks);
        var page = visitor.Page;
        await page.GotoAsync($"/chat?queue=lobby&lang={language}");
        await page.Locator("#first").WaitForAsync();
        var name = $"{language}-{(isDark ? "dark" : "light")}";
        await LookAsync(page, $"chat-start-{name}");
        await page.Locator("#first").FillAsync("My parcel 4711 has not arrived.");
        await page.Locator(".start .primary").ClickAsync();
        await page.Locator(".status .main:not(:empty)").WaitForAsync();
        await LookAsync(page, $"chat-line-{name}");

        await using (var gil = await DeskHand.SignInAsync(centre.Server, "gil"))
        {
            var id = await gil.AcceptedAsync();
            await gil.SayAsync(id, "Hello, this is Gil. Let me look it up for you.");
            await Expect(page.Locator(".theirs")).ToHaveCountAsync(1);
            await page.Locator("#message").FillAsync("Thank you! It was due on Monday.");
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Locator(".own[data-delivery=sent]")).ToHaveCountAsync(2);
            await gil.TypeAsync(id);
            await page.Locator(".typing").WaitForAsync();
            await LookAsync(page, $"chat-talk-{name}");
        }

        await page.Locator("header .plain").First.ClickAsync();
        await page.Locator("dialog[open]").WaitForAsync();
        await LookAsync(page, null);
        await page.Locator("dialog .danger").ClickAsync();
        await page.Locator(".ending h2").WaitForAsync();
        await page.Locator(".stars label").Nth(3).ClickAsync();
        await LookAsync(page, $"chat-end-{name}");
        await page.Locator(".ending .row button").Last.ClickAsync();
        Assert.Empty(visitor.Mishaps);
    }

    [BrowserFact]
    public async Task Chat_CutOff_SaysSoUnmistakably()
    {
        await using var visitor = await browser.VisitAsync(centre.Pages, new Looks(Width: 420, Height: 720));
        var page = visitor.Page;
        await page.GotoAsync("/chat?queue=lobby&lang=en");
        await page.Locator("#first").FillAsync("Anybody there?");
        await page.Locator(".start .primary").ClickAsync();
        await page.Locator(".status .main:not(:empty)").WaitForAsync();
        await centre.Server.KillAsync();
        await page.Locator(".cut").WaitForAsync();
        await page.Locator("#message").FillAsync("I write on all the same.");
        await page.Keyboard.PressAsync("Enter");
        await LookAsync(page, "chat-cut-light");
        await centre.Server.StartAgainAsync();
        await Expect(page.Locator(".own[data-delivery=sent]")).ToHaveCountAsync(2);
        await page.Locator("header .plain").First.ClickAsync();
        await page.Locator("dialog .danger").ClickAsync();
        await page.Locator(".ending h2").WaitForAsync();
    }

    private static async Task LookAsync(IPage page, string? picture)
    {
        if (picture is not null)
        {
            await Pictures.TakeAsync(page, picture);
        }

        await Scan.IsCleanAsync(page, picture ?? "the chat");
        var overflow = await page.EvaluateAsync<int>(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"The page is {overflow} px wider than the screen.");
    }
}
