using Microsoft.Playwright;
using SupportGrid.Web.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace SupportGrid.Web.Tests.Pages;

/// <summary>How wallboard and floor look: scanned in both themes and all languages; the docs keep pictures.</summary>
[Collection(BrowserCollection.Name)]
public sealed class BoardLooksTests(Browser browser, Centre centre) : IClassFixture<Centre>
{
    /// <summary>One conversation for all rows: who is asked first is decided once.</summary>
    private static string? _interaction;

    [BrowserTheory]
    [InlineData("en-GB", false, 1440, "light")]
    [InlineData("en-GB", true, 1440, "dark")]
    [InlineData("zh-CN", false, 1440, "zh")]
    [InlineData("fa-IR", true, 1440, "fa")]
    [InlineData("en-GB", false, 390, "narrow")]
    public async Task Pages_have_no_serious_finding(string locale, bool isDark, int width, string name)
    {
        await using var ana = await DeskWorker.StartAsync(centre, "ana", accepts: false);
        var interaction = _interaction ??= await OpenAsync();
        await using var sue = await browser.VisitAsync(
            centre.Pages, new Looks(locale, isDark, width, width < 600 ? 844 : 900));

        await sue.OpenAsync("wallboard", centre.Server.Token("sue", "supervisor"));
        await Expect(sue.Page.Locator("[data-queue='billing'] [data-some='true']")).ToBeVisibleAsync();
        await SeeAsync(sue, $"wallboard-{name}");
        await sue.Page.GotoAsync("/wallboard?view=wall");
        await Expect(sue.Page.Locator(".wall-row[data-queue='billing']")).ToBeVisibleAsync();
        await SeeAsync(sue, $"wallboard-wall-{name}");
        await sue.Page.GotoAsync($"/floor?id={interaction}");
        await Expect(sue.Page.GetByText("This is unacceptable!").First).ToBeVisibleAsync();
        await SeeAsync(sue, $"floor-{name}");
        await sue.Page.Locator(".pane-views .segments button").Last.ClickAsync();
        await Expect(sue.Page.Locator("[data-table='candidates']")).ToBeVisibleAsync();
        await SeeAsync(sue, $"floor-decision-{name}");
        await sue.Page.GotoAsync("/floor?tab=agents&id=ana");
        await Expect(sue.Page.Locator("[data-agent='ana']")).ToBeVisibleAsync();
        await SeeAsync(sue, $"floor-agents-{name}");
        Assert.Empty(sue.Mishaps);
    }

    private async Task<string> OpenAsync()
    {
        var interaction = await centre.OpenAsync("Lina Okoye", first: "It is wrong again. This is unacceptable!");
        await centre.OpenAsync("Marc Duval", "billing", "I was charged twice", "Invoice 4711");
        await centre.OpenAsync("Sofia Rossi", "billing", "Where is my refund?", "Refund");
        return interaction;
    }

    /// <summary>A picture of what is there, if pictures were asked for, and a scan of it.</summary>
    private static async Task SeeAsync(Visitor sue, string name)
    {
        await Pictures.TakeAsync(sue.Page, name);
        await Scan.IsCleanAsync(sue.Page, name);
    }
}
