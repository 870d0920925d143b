using System.Diagnostics;
using Microsoft.Playwright;
using SupportGrid.Web.Tests.Hosting;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace SupportGrid.Web.Tests.Pages;

[Collection(BrowserCollection.Name)]
public sealed class WallboardTests(Browser browser, Centre centre, ITestOutputHelper output) : IClassFixture<Centre>
{
    /// <summary>A second on a free machine; how busy this one is is measured in the same run.</summary>
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(1);

    /// <summary>What opening an interaction takes at most on a free machine.</summary>
    private static readonly TimeSpan UsualCall = TimeSpan.FromMilliseconds(40);

    [BrowserFact]
    public async Task Customer_who_waits_is_shown_within_a_second()
    {
        await using var sue = await VisitAsync();
        var waiting = Cell(sue, "support", "waiting");
        await Expect(waiting).ToHaveTextAsync("0");
        await Expect(Cell(sue, "support", "longest")).ToHaveTextAsync("–");

        // The same call in another queue, first to warm it up, then to see how quick this machine is at the moment.
        await CallAsync("Warm One");
        var call = await CallAsync("Warm Two");
        var slower = Math.Max(1, call / UsualCall);

        var interaction = await centre.OpenAsync("Wendy Waits");
        var clock = Stopwatch.StartNew();
        await Expect(waiting).ToHaveTextAsync("1");
        var shown = clock.Elapsed;
        output.WriteLine($"shown after {shown.TotalMilliseconds:F0} ms; a call took {call.TotalMilliseconds:F0} ms");
        Assert.True(shown < Promised * slower, $"It took {shown}; calls were {slower} times slower than usual.");

        await Expect(Cell(sue, "support", "longest")).ToContainTextAsync("0:0");
        await centre.LeaveAsync(interaction, "Wendy Waits");
        await Expect(waiting).ToHaveTextAsync("0");
        Assert.Empty(sue.Mishaps);
    }

    [BrowserFact]
    public async Task Service_level_says_its_definition_to_who_asks_by_keyboard()
    {
        await using var sue = await VisitAsync();
        await Cell(sue, "support", "name").GetByRole(AriaRole.Button).FocusAsync();
        await sue.Page.Keyboard.PressAsync("Tab");
        await Expect(sue.Page.GetByRole(AriaRole.Tooltip)).ToContainTextAsync("sl.excl-short");
    }

    [BrowserFact]
    public async Task Choices_are_in_the_address_and_come_back()
    {
        await using var sue = await VisitAsync();
        await sue.Page.GetByRole(AriaRole.Searchbox).FillAsync("bill");
        await Expect(sue.Page.Locator(".queues-body .queues-line")).ToHaveCountAsync(1);
        var header = sue.Page.GetByRole(AriaRole.Columnheader, new() { Name = "Waiting" });
        await header.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(sue.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("q=bill.*sort=-waiting"));
        await sue.Page.ReloadAsync();
        await Expect(sue.Page.Locator(".queues-body .queues-line")).ToHaveCountAsync(1);
        await Expect(header).ToHaveAttributeAsync("aria-sort", "descending");
    }

    [BrowserFact]
    public async Task Numbers_of_a_dead_server_say_so_until_it_is_back()
    {
        await using var sue = await VisitAsync();
        await Expect(sue.Page.Locator(".board")).ToHaveAttributeAsync("data-stale", "false");
        await centre.Server.KillAsync();
        await Expect(sue.Page.GetByText("Connection lost.")).ToBeVisibleAsync();
        await Expect(sue.Page.Locator(".board")).ToHaveAttributeAsync("data-stale", "true");
        await centre.Server.StartAgainAsync();
        await Expect(sue.Page.Locator(".board")).ToHaveAttributeAsync("data-stale", "false");
        await Expect(sue.Page.GetByText("Connection lost.")).Not.ToBeVisibleAsync();
        await Expect(sue.Page.GetByText("Connected again.")).Not.ToBeVisibleAsync();
    }

    private async Task<TimeSpan> CallAsync(string customer)
    {
        var clock = Stopwatch.StartNew();
        var interaction = await centre.OpenAsync(customer, "billing");
        var took = clock.Elapsed;
        await centre.LeaveAsync(interaction, customer);
        return took;
    }

    private static ILocator Cell(Visitor sue, string queue, string column) =>
        sue.Page.Locator($".queues-line[data-queue='{queue}'] > [data-column='{column}']");

    private async Task<Visitor> VisitAsync()
    {
        var sue = await browser.VisitAsync(centre.Pages);
        await sue.OpenAsync("wallboard", centre.Server.Token("wall", "wallboard"));
        await Expect(Cell(sue, "support", "name")).ToHaveTextAsync("Support");
        return sue;
    }
}
