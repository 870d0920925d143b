using Microsoft.Playwright;
using SupportGrid.Web.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace SupportGrid.Web.Tests.Pages;

/// <summary>What a visitor sees of the chat, with an agent on the other side.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ChatTests(Browser browser, Centre centre) : IClassFixture<Centre>
{
    private const string Address = "/chat?queue=lobby&lang=en";
    private const string Script = "<img src=x onerror=\"document.title='broken in'\"><script>alert(1)</script>";

    [BrowserFact]
    public async Task Chat_TheWholePath_LosesAndDoublesNothing()
    {
        await using var visitor = await browser.VisitAsync(centre.Pages, new Looks(Width: 420, Height: 800));
        var page = visitor.Page;
        await page.GotoAsync(Address);
        await page.GetByLabel("Your name").FillAsync("Zoë");
        await page.GetByLabel("What can we help").FillAsync("Where is my parcel?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start the chat" }).ClickAsync();
        await Expect(page.GetByText("You are next.")).ToBeVisibleAsync();
        await Expect(page.GetByText("We cannot say how long it takes")).ToBeVisibleAsync();

        await using var gil = await DeskHand.SignInAsync(centre.Server, "gil");
        var id = await gil.AcceptedAsync();
        await gil.SayAsync(id, "Hello Zoë. " + Script);
        await Expect(page.Locator(".theirs .text")).ToHaveTextAsync("Hello Zoë. " + Script);
        await gil.TypeAsync(id);
        await Expect(page.GetByText("The agent is writing…")).ToBeVisibleAsync();
        await SayAsync(page, "It was due on Monday " + Script);
        await gil.CustomerWrites;

        await visitor.Context.SetOfflineAsync(true);
        await Expect(page.GetByText("The connection is cut.")).ToBeVisibleAsync();
        await SayAsync(page, "Written offline");
        await Expect(page.Locator("[data-delivery=waiting] .text")).ToHaveTextAsync("Written offline");
        await page.GetByLabel("Your message").FillAsync("A draft");
        await visitor.Context.SetOfflineAsync(false);
        await Expect(page.Locator(".own[data-delivery=sent]")).ToHaveCountAsync(3);

        await centre.Server.KillAsync();
        await Expect(page.GetByText("The connection is cut.")).ToBeVisibleAsync();
        await page.GetByLabel("Your message").FillAsync("");
        await SayAsync(page, "Written while the server was down");
        await page.GetByLabel("Your message").FillAsync("A draft");
        await centre.Server.StartAgainAsync();
        await Expect(page.Locator(".own[data-delivery=sent]")).ToHaveCountAsync(4);
        await Expect(page.GetByText("The connection is cut.")).ToBeHiddenAsync();
        await gil.SayAsync(id, "It is on its way.");
        await Expect(page.Locator(".theirs")).ToHaveCountAsync(2);

        await page.ReloadAsync();
        await Expect(page.GetByLabel("Your message")).ToHaveValueAsync("A draft");
        string[] said =
        [
            "Where is my parcel?", "Hello Zoë. " + Script, "It was due on Monday " + Script, "Written offline",
            "Written while the server was down", "It is on its way.",
        ];
        await Expect(page.Locator(".messages .text")).ToHaveTextAsync(said);
        Assert.Equal(said, (await centre.ReadAsync(id)).Transcript.Select(m => m.Text));

        await LeaveAsync(page);
        await RateAsync(page);
        Assert.Equal((4, "Quick & kind"), await RatingAsync(id));
        Assert.NotEqual("broken in", await page.TitleAsync());
        Assert.Empty(visitor.Mishaps);
        Assert.All(visitor.Requested, a => Assert.StartsWith(centre.Pages.ToString(), a, StringComparison.Ordinal));
        Assert.Empty(await visitor.Context.CookiesAsync());
    }

    [BrowserFact]
    public async Task Start_EmptyOrTooLong_IsSaidAtTheFieldAndKeptThroughAReload()
    {
        await using var visitor = await browser.VisitAsync(centre.Pages);
        var page = visitor.Page;
        await page.GotoAsync(Address);
        var start = page.GetByRole(AriaRole.Button, new() { Name = "Start the chat" });
        await start.ClickAsync();
        await Expect(page.GetByText("Please write something.")).ToBeVisibleAsync();
        var first = page.GetByLabel("What can we help");
        await Expect(first).ToBeFocusedAsync();
        await Expect(first).ToHaveAttributeAsync("aria-describedby", "first-problem");
        await first.FillAsync(new string('x', 8_001));
        await page.GetByLabel("Your name").FillAsync(new string('n', 101));
        await start.ClickAsync();
        await Expect(page.GetByText("At most 8,000 characters; this has 8,001.")).ToBeVisibleAsync();
        await Expect(page.GetByText("At most 100 characters.")).ToBeVisibleAsync();

        await first.FillAsync("Half a thought");
        await page.ReloadAsync();
        await Expect(first).ToHaveValueAsync("Half a thought");
    }

    [BrowserFact]
    public async Task Queue_NotForGuests_IsSaid()
    {
        await using var visitor = await browser.VisitAsync(centre.Pages);
        await visitor.Page.GotoAsync("/chat?queue=billing&lang=en");
        await Expect(visitor.Page.GetByText("This chat is not open to visitors.")).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByLabel("What can we help")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task Widget_OnAPageOfSomebodyElses_OpensTalksAndStaysAfterAReload()
    {
        await using var visitor = await browser.VisitAsync(centre.Pages, new Looks(Width: 900, Height: 760));
        var page = visitor.Page;
        await page.GotoAsync("/chat/demo?queue=lobby&lang=en");
        Assert.DoesNotContain(visitor.Requested, a => a.Contains("supportgrid.v1", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Button, new() { Name = "Open chat" }).ClickAsync();
        var frame = page.FrameLocator("iframe[title=Chat]");
        await frame.GetByLabel("What can we help").FillAsync("From the widget");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Start the chat" }).ClickAsync();
        await Expect(frame.Locator(".own .text")).ToHaveTextAsync("From the widget");
        await Pictures.TakeAsync(page, "chat-widget-light");

        await page.ReloadAsync();
        await Expect(frame.Locator(".own .text")).ToHaveTextAsync("From the widget");
        await frame.GetByLabel("Close the window").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Open chat" })).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Open chat" }).ClickAsync();
        await LeaveAsync(frame);
        await frame.GetByRole(AriaRole.Button, new() { Name = "Go on with this chat" }).ClickAsync();
        await Expect(frame.GetByLabel("Your message")).ToBeVisibleAsync();
        await LeaveAsync(frame);
        await frame.GetByRole(AriaRole.Button, new() { Name = "Start a new chat" }).ClickAsync();
        await Expect(frame.GetByLabel("What can we help")).ToBeFocusedAsync();
        Assert.Empty(visitor.Mishaps);
    }

    private static async Task SayAsync(IPage page, string text)
    {
        await page.GetByLabel("Your message").PressSequentiallyAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task LeaveAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "End chat" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "End the chat" }).ClickAsync();
        await Expect(page.GetByText("The chat has ended.")).ToBeVisibleAsync();
    }

    private static async Task LeaveAsync(IFrameLocator frame)
    {
        await frame.GetByRole(AriaRole.Button, new() { Name = "End chat" }).ClickAsync();
        await frame.GetByRole(AriaRole.Button, new() { Name = "End the chat" }).ClickAsync();
        await Expect(frame.GetByText("You have left the line.")).ToBeVisibleAsync();
    }

    private static async Task RateAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Send rating" }).ClickAsync();
        await Expect(page.GetByText("Please choose one of the five.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "4: Good" }).CheckAsync(new() { Force = true });
        await page.GetByLabel("What should we know?").FillAsync("Quick & kind");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send rating" }).ClickAsync();
        await Expect(page.GetByText("Thank you. You gave 4 of 5.")).ToBeVisibleAsync();
    }

    private async Task<(int Score, string Comment)> RatingAsync(string id)
    {
        var interaction = await centre.ReadAsync(id);
        return (interaction.Rating, interaction.RatingComment);
    }
}
