using Microsoft.Playwright;
using SupportGrid.Api.V1;
using SupportGrid.Web.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace SupportGrid.Web.Tests.Pages;

[Collection(BrowserCollection.Name)]
public sealed class DeskTests(Browser browser, Centre centre) : IClassFixture<Centre>, IAsyncLifetime
{
    private Visitor _ana = null!;
    private Desk _desk = null!;

    public async Task InitializeAsync()
    {
        if (Machine.WhyNoBrowser is null)
        {
            _ana = await browser.VisitAsync(centre.Pages);
            _desk = await Desk.StartAsync(_ana, centre.Server.Token("ana", "agent"));
        }
    }

    public async Task DisposeAsync()
    {
        if (_ana is not null)
        {
            await centre.EmptyAsync("ana", "ben");
            await _ana.DisposeAsync();
        }
    }

    [BrowserFact]
    public async Task Contact_FromOfferToWrapUp_GoesByKeyboardAlone()
    {
        var id = await centre.OpenAsync("Maria Keller", first: "Where is my parcel?");
        await Expect(_desk.Offer).ToContainTextAsync("You are the only one who could be asked now.");
        await _desk.AcceptAsync("Maria Keller");
        await _desk.SayAsync("I am looking.");
        await Expect(_desk.Said("I am looking.")).ToHaveCountAsync(1);
        await centre.SayAsync(id, "Maria Keller", "Thank you!");
        await Expect(_desk.Said("Thank you!")).ToBeVisibleAsync();

        await _desk.Page.Keyboard.PressAsync("Alt+e");
        var wrap = _desk.Page.GetByRole(AriaRole.Form, new() { Name = "Wrap-up" });
        await Expect(wrap).ToBeVisibleAsync();
        await _desk.Page.Keyboard.PressAsync("Alt+e");
        await Expect(wrap.GetByText("Choose a result.")).ToBeVisibleAsync();
        await wrap.GetByRole(AriaRole.Radio, new() { Name = "solved" }).FocusAsync();
        await _desk.Page.Keyboard.PressAsync("Space");
        await _desk.Page.Keyboard.PressAsync("Alt+e");
        await Expect(_desk.Page.GetByText("Nothing in hand")).ToBeVisibleAsync();

        var closed = await centre.ReadAsync(id);
        Assert.Equal((InteractionState.Closed, "solved"), (closed.State, closed.WrapUpCode));
        Assert.Equal(
            ["Where is my parcel?", "I am looking.", "Thank you!"], closed.Transcript.Select(m => m.Text));
        Assert.Empty(_ana.Mishaps);
    }

    [BrowserFact]
    public async Task Draft_AfterAReload_IsStillThere()
    {
        await centre.OpenAsync("Jonas Weber");
        await _desk.AcceptAsync("Jonas Weber");
        await _desk.Page.Keyboard.PressAsync("Alt+m");
        await _desk.Page.Keyboard.InsertTextAsync("Half a sen");
        await _desk.Page.ReloadAsync();
        await Expect(_desk.Composer).ToHaveValueAsync("Half a sen");
        await Expect(_desk.Page.Locator(".row")).ToContainTextAsync("Draft: Half a sen");
    }

    [BrowserFact]
    public async Task Message_WithAScriptInIt_IsText()
    {
        const string Script = "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>";
        var id = await centre.OpenAsync("Eve Script", first: Script, subject: "<b>bold</b>");
        await _desk.AcceptAsync("Eve Script");
        await Expect(_desk.Said(Script)).ToBeVisibleAsync();
        await _desk.SayAsync("{customer} <i>x</i>");
        await Expect(_desk.Said("{customer} <i>x</i>")).ToHaveCountAsync(1);
        Assert.Equal(0, await _desk.Page.Locator(".bubble img, .bubble script, .bubble i").CountAsync());
        Assert.DoesNotContain("taken", await _desk.Page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal("{customer} <i>x</i>", (await centre.ReadAsync(id)).Transcript[^1].Text);
    }

    [BrowserFact]
    public async Task Message_ShownByTheStreamBeforeItsCallIsAnswered_IsThereOnceInTheEnd()
    {
        await centre.OpenAsync("Sam Early");
        await _desk.AcceptAsync("Sam Early");
        await _desk.Page.RouteAsync("**/supportgrid.v1.DeskService/SendAgentMessage", async route =>
        {
            var answer = await route.FetchAsync();
            await Expect(_desk.Said("Here already")).ToHaveCountAsync(2);
            await route.FulfillAsync(new() { Response = answer });
        });
        await _desk.SayAsync("Here already");
        await Expect(_desk.Said("Here already")).ToHaveCountAsync(2);
        await Expect(_desk.Said("Here already")).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task Message_EmptyOrTooLong_IsRefusedAtItsField()
    {
        await centre.OpenAsync("Lena Long");
        await _desk.AcceptAsync("Lena Long");
        await _desk.SayAsync("  ");
        await Expect(_desk.Page.Locator(".composer .field-error")).ToHaveTextAsync("This must not be empty.");
        var tooLong = new string('x', 8_001);
        await _desk.Composer.FillAsync(tooLong);
        await _desk.Page.Keyboard.PressAsync("Enter");
        await Expect(_desk.Page.Locator(".composer .field-error")).ToContainTextAsync("At most 8,000 characters");
        await Expect(_desk.Composer).ToHaveValueAsync(tooLong);
    }

    [BrowserFact]
    public async Task Conversations_SeveralAtOnce_MarkWhatIsNew()
    {
        var first = await centre.OpenAsync("Ada One");
        await _desk.AcceptAsync("Ada One");
        await centre.OpenAsync("Bo Two");
        await _desk.AcceptAsync("Bo Two");
        await centre.SayAsync(first, "Ada One", "Are you there?");
        var row = _desk.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("Ada One") });
        await Expect(row.Locator(".badge")).ToContainTextAsync("1");
        await Expect(_desk.Page).ToHaveTitleAsync("(1) Desk · SupportGrid");
        await _desk.Page.Keyboard.PressAsync("Alt+u");
        await Expect(_desk.Said("Are you there?")).ToBeVisibleAsync();
        await Expect(row.Locator(".badge")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Hold_AndRetrieve_AreSeenAndToggled()
    {
        var id = await centre.OpenAsync("Hana Hold");
        await _desk.AcceptAsync("Hana Hold");
        await _desk.Page.Keyboard.PressAsync("Alt+h");
        await Expect(_desk.Page.Locator(".held")).ToBeVisibleAsync();
        Assert.Equal(InteractionState.Held, (await centre.ReadAsync(id)).State);
        await _desk.Page.Keyboard.PressAsync("Alt+h");
        await Expect(_desk.Page.Locator(".held")).ToHaveCountAsync(0);
        await Expect(_desk.Composer).ToBeEnabledAsync();
    }

    [BrowserFact]
    public async Task Transfer_WithANote_ShowsTheWaitsAndReachesTheOther()
    {
        await using var other = await browser.VisitAsync(centre.Pages);
        var ben = await Desk.StartAsync(other, centre.Server.Token("ben", "agent"));
        await centre.OpenAsync("Tom Transfer");
        await _desk.AcceptAsync("Tom Transfer");
        await _desk.Page.Keyboard.PressAsync("Alt+t");
        var dialog = _desk.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Option, new() { NameRegex = new("Billing") }).ClickAsync();
        await Expect(dialog.GetByText("nobody waits").First).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Option, new() { NameRegex = new("Ben Okafor") }).ClickAsync();
        await dialog.GetByLabel("Note for whoever gets it").FillAsync("Charged twice, order 7781");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Transfer", Exact = true }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);

        await Expect(ben.Offer).ToContainTextAsync("It was transferred to you.");
        await ben.AcceptAsync("Tom Transfer");
        await Expect(ben.Page.Locator(".handover")).ToContainTextAsync("Charged twice, order 7781");
    }

    [BrowserFact]
    public async Task Offer_Rejected_GoesWithItsReason()
    {
        var id = await centre.OpenAsync("Rita Reject");
        await Expect(_desk.Offer).ToBeVisibleAsync();
        await _desk.Page.Keyboard.PressAsync("Alt+x");
        await _desk.Page.GetByRole(AriaRole.Button, new() { Name = "I know this person" }).ClickAsync();
        await Expect(_desk.Page.Locator(".offer-actions")).ToHaveCountAsync(1);
        await centre.LeaveAsync(id, "Rita Reject");
        await Expect(_desk.Offer).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Presence_ChosenAhead_IsShown()
    {
        await centre.OpenAsync("Nora Next");
        await _desk.AcceptAsync("Nora Next");
        await _desk.Page.Keyboard.PressAsync("Alt+p");
        await _desk.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Lunch" }).Last.ClickAsync();
        await Expect(_desk.Page.Locator(".presence")).ToContainTextAsync("then Lunch");
    }

    [BrowserFact]
    public async Task CannedReply_Chosen_HasTheNames()
    {
        await centre.OpenAsync("Cara Canned");
        await _desk.AcceptAsync("Cara Canned");
        await _desk.Page.Keyboard.PressAsync("Alt+m");
        await _desk.Page.Keyboard.PressAsync("/");
        await _desk.Page.GetByRole(AriaRole.Searchbox).FillAsync("greet");
        await _desk.Page.Keyboard.PressAsync("ArrowDown");
        await _desk.Page.Keyboard.PressAsync("Enter");
        await Expect(_desk.Composer).ToHaveValueAsync(
            "Hello Cara Canned, this is Ana Ruiz. Let me look into this for you.");
    }
}
