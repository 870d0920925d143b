using Microsoft.Playwright;
using SupportGrid.Api.V1;
using SupportGrid.Web.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace SupportGrid.Web.Tests.Pages;

/// <summary>
/// A busy desk in both themes, in every language and on a narrow screen: nothing that an accessibility scan calls
/// serious, and a picture for the documents.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class DeskLooksTests(Browser browser, Centre centre) : IClassFixture<Centre>
{
    [BrowserTheory]
    [InlineData("light", "en-GB", false, 1440)]
    [InlineData("dark", "en-GB", true, 1440)]
    [InlineData("zh", "zh-CN", false, 1440)]
    [InlineData("fa", "fa-IR", true, 1440)]
    [InlineData("narrow", "en-GB", false, 400)]
    public async Task BusyDesk_InEveryLook_HasNoSeriousFinding(string name, string locale, bool isDark, int width)
    {
        try
        {
            await LookAsync(name, locale, isDark, width);
        }
        finally
        {
            await centre.EmptyAsync("ana");
        }
    }

    private async Task LookAsync(string name, string locale, bool isDark, int width)
    {
        await using var ana = await browser.VisitAsync(
            centre.Pages, new Looks(locale, isDark, width, width < 900 ? 860 : 900));
        await ScanAsync(ana, $"sign-in-{name}", async () => await ana.Page.GotoAsync("/desk"));
        var desk = await Desk.StartAsync(ana, centre.Server.Token("ana", "agent"));
        await FillAsync(desk);
        await ScanAsync(ana, $"desk-{name}", () => Task.CompletedTask);
        await desk.Page.Keyboard.PressAsync("Alt+t");
        var dialog = desk.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Option, new() { NameRegex = new("Billing") }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Option, new() { NameRegex = new("Ben Okafor") })).ToBeVisibleAsync();
        await ScanAsync(ana, $"desk-transfer-{name}", () => Task.CompletedTask);
        await desk.Page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
        await desk.Page.Keyboard.PressAsync("Alt+d");
        await Expect(desk.Page.Locator(".day-line")).ToBeVisibleAsync();
        await ScanAsync(ana, $"desk-day-{name}", () => Task.CompletedTask);
        await desk.Page.Keyboard.PressAsync("Escape");
        await desk.Page.Keyboard.PressAsync("Alt+e");
        await Expect(desk.Page.Locator(".wrap")).ToBeVisibleAsync();
        await ScanAsync(ana, $"desk-wrap-up-{name}", () => Task.CompletedTask);
        Assert.Equal(locale.StartsWith("fa", StringComparison.Ordinal) ? "rtl" : "ltr", await DirectionAsync(ana.Page));
        Assert.Empty(ana.Mishaps);
    }

    private static Task<string> DirectionAsync(IPage page) =>
        page.EvaluateAsync<string>("() => document.documentElement.dir");

    private async Task FillAsync(Desk desk)
    {
        var maria = await centre.OpenAsync(
            "Maria Keller",
            first: "Hello, my parcel should have been here on Monday.",
            subject: "Parcel did not arrive");
        await desk.AcceptAsync("Maria Keller");
        await desk.SayAsync("Good morning Maria, let me look at the parcel.");
        var jonas = await centre.OpenAsync(
            "Jonas Weber", queue: "billing", first: "Hi, my card was charged twice.", subject: "Charged twice");
        await desk.AcceptAsync("Jonas Weber");
        await desk.Composer.FillAsync("Let me see, J");
        await desk.Page.Keyboard.PressAsync("Alt+1");
        await centre.SayAsync(
            maria, "Maria Keller", "I have written three times. This is ridiculous, I am really angry!");
        await centre.SayAsync(jonas, "Jonas Weber", "Are you there?");
        await Expect(desk.Page.Locator(".cue").First).ToBeVisibleAsync();
        await centre.OpenAsync(
            "Ada Lovelace", first: "Please change my address before you ship.", subject: "Change of address");
        await Expect(desk.Offer).ToBeVisibleAsync();
        await Expect(desk.Page.Locator(".badge")).ToBeVisibleAsync();
    }

    private static async Task ScanAsync(Visitor visitor, string name, Func<Task> act)
    {
        await act();
        await visitor.Page.EvaluateAsync(
            "() => Promise.all(document.getAnimations().map(a => a.finished.catch(() => 0)))");
        await visitor.Page.EvaluateAsync("() => document.fonts.ready");
        await Pictures.TakeAsync(visitor.Page, name);
        await Scan.IsCleanAsync(visitor.Page, name);
        var tooWide = await visitor.Page.EvaluateAsync<int>(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(tooWide <= 0, $"{name} is {tooWide} px wider than the screen.");
    }
}
