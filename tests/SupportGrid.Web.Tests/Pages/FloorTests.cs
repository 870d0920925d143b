using Microsoft.Playwright;
using SupportGrid.Api.V1;
using SupportGrid.Client;
using SupportGrid.Web.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace SupportGrid.Web.Tests.Pages;

[Collection(BrowserCollection.Name)]
public sealed class FloorTests(Browser browser, Centre centre) : IClassFixture<Centre>
{
    [BrowserFact]
    public async Task Conversation_is_followed_as_it_goes()
    {
        var interaction = await centre.OpenAsync("Carla Reads", first: "My parcel is lost");
        await using var sue = await VisitAsync("sue");
        await sue.Page.Locator($"[data-row='{interaction}']").ClickAsync();
        await Expect(sue.Page.GetByText("My parcel is lost")).ToBeVisibleAsync();
        await centre.SayAsync(interaction, "Carla Reads", "<b>Is</b> anybody there?");
        await Expect(sue.Page.GetByText("<b>Is</b> anybody there?")).ToBeVisibleAsync();
        await centre.LeaveAsync(interaction, "Carla Reads");
        await Expect(sue.Page.GetByText("Not in the list any more")).ToBeVisibleAsync();
        await Expect(sue.Page.GetByText("My parcel is lost")).ToBeVisibleAsync();
        Assert.Empty(sue.Mishaps);
    }

    [BrowserFact]
    public async Task Two_supervisors_at_once_lose_nothing_that_they_typed()
    {
        var interaction = await centre.OpenAsync("Twice Moved");
        await using var sue = await VisitAsync("sue", $"?id={interaction}");
        await using var tom = await VisitAsync("tom", $"?id={interaction}");
        await sue.Page.GetByRole(AriaRole.Button, new() { Name = "Reassign" }).ClickAsync();
        await sue.Page.GetByLabel("Note for whoever gets it").FillAsync("Knows the case");

        await tom.Page.GetByRole(AriaRole.Button, new() { Name = "Reassign" }).ClickAsync();
        var toms = tom.Page.GetByRole(AriaRole.Form, new() { Name = "Reassign" });
        await toms.GetByLabel("To queue").SelectOptionAsync("billing");
        await toms.GetByRole(AriaRole.Button, new() { Name = "Reassign" }).ClickAsync();
        await Expect(toms).Not.ToBeVisibleAsync();

        await Expect(sue.Page.GetByText("Changed meanwhile: queue Support → Billing")).ToBeVisibleAsync();
        await Expect(sue.Page.GetByLabel("Note for whoever gets it")).ToHaveValueAsync("Knows the case");
        await Expect(sue.Page.GetByLabel("To queue")).ToHaveValueAsync("support");

        await centre.LeaveAsync(interaction, "Twice Moved");
        await Expect(sue.Page.GetByText("Not in the list any more")).ToBeVisibleAsync();
        await sue.Page.GetByRole(AriaRole.Button, new() { Name = "Reassign all the same" }).ClickAsync();
        await Expect(sue.Page.Locator(".action-form .note-bad")).ToBeVisibleAsync();
        await Expect(sue.Page.GetByLabel("Note for whoever gets it")).ToHaveValueAsync("Knows the case");
        Assert.Empty(sue.Mishaps);
    }

    [BrowserFact]
    public async Task Priority_needs_a_reason_at_its_field_and_survives_a_reload()
    {
        var interaction = await centre.OpenAsync("Prio Rita");
        await using var sue = await VisitAsync("sue", $"?id={interaction}");
        await sue.Page.GetByRole(AriaRole.Button, new() { Name = "Change priority" }).ClickAsync();
        var form = sue.Page.GetByRole(AriaRole.Form, new() { Name = "Change priority" });
        await form.GetByLabel("Priority in points").FillAsync("50");
        await form.GetByRole(AriaRole.Button, new() { Name = "Change priority" }).ClickAsync();
        await Expect(form.GetByText("This must not be empty.")).ToBeVisibleAsync();
        await sue.Page.ReloadAsync();
        await sue.Page.GetByRole(AriaRole.Button, new() { Name = "Change priority" }).ClickAsync();
        await Expect(form.GetByLabel("Priority in points")).ToHaveValueAsync("50");
        await form.GetByLabel("Reason").FillAsync("Waits for the second time");
        await form.GetByRole(AriaRole.Button, new() { Name = "Change priority" }).ClickAsync();
        await Expect(form).Not.ToBeVisibleAsync();
        Assert.Equal(50, (await centre.ReadAsync(interaction)).Priority);
        await centre.LeaveAsync(interaction, "Prio Rita");
    }

    [BrowserFact]
    public async Task Decision_is_explained_and_replays_to_the_same()
    {
        await using var ana = await DeskWorker.StartAsync(centre, "ana", accepts: false);
        var interaction = await centre.OpenAsync("Why Me");
        await Until(async () => (await centre.ReadAsync(interaction)).OfferId.Length > 0, "an offer");
        await using var sue = await VisitAsync("sue", $"?id={interaction}");
        await sue.Page.GetByRole(AriaRole.Radio, new() { Name = "Decision" }).ClickAsync();
        var candidates = sue.Page.Locator("[data-table='candidates']");
        await Expect(candidates).ToContainTextAsync("Ana Ruiz");
        await Expect(candidates).ToContainTextAsync("Chosen");
        await sue.Page.GetByRole(AriaRole.Button, new() { Name = "Replay" }).ClickAsync();
        await Expect(sue.Page.GetByText("Replayed: the same to the last byte.")).ToBeVisibleAsync();
        await sue.Page.GetByLabel("Why not this agent, now?").SelectOptionAsync("ben");
        await sue.Page.GetByRole(AriaRole.Button, new() { Name = "Ask" }).ClickAsync();
        await Expect(sue.Page.Locator(".why-not .sentences")).ToContainTextAsync("It is offered to ana");
        await centre.LeaveAsync(interaction, "Why Me");
        Assert.Empty(sue.Mishaps);
    }

    [BrowserFact]
    public async Task Agent_is_signed_out_only_after_a_question()
    {
        await using var ben = await DeskWorker.StartAsync(centre, "ben");
        await using var sue = await VisitAsync("sue", "?tab=agents&id=ben");
        await Expect(sue.Page.Locator("[data-agent='ben']")).ToContainTextAsync("Free");
        await sue.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(sue.Page.GetByText("Sign Ben Okafor out?")).ToBeVisibleAsync();
        await sue.Page.GetByRole(AriaRole.Form, new() { Name = "Sign out" })
            .GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(sue.Page.Locator("[data-agent='ben']")).ToContainTextAsync("Signed out");
    }

    [BrowserFact]
    public async Task Rows_are_chosen_and_found_by_keyboard()
    {
        var one = await centre.OpenAsync("Keyboard One", subject: "Typewriter");
        var two = await centre.OpenAsync("Keyboard Two", subject: "Typewriter");
        await using var sue = await VisitAsync("sue");
        await sue.Page.GetByRole(AriaRole.Searchbox).FillAsync("typewriter");
        await Expect(sue.Page.Locator(".data-line")).ToHaveCountAsync(2);
        await sue.Page.GetByRole(AriaRole.Grid).FocusAsync();
        await sue.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(sue.Page.Locator($"[data-interaction='{one}']")).ToBeVisibleAsync();
        await sue.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(sue.Page.Locator($"[data-interaction='{two}']")).ToBeVisibleAsync();
        await centre.LeaveAsync(one, "Keyboard One");
        await centre.LeaveAsync(two, "Keyboard Two");
    }

    private static async Task Until(Func<Task<bool>> isSo, string what)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(Browser.PatienceMs));
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await isSo())
        {
            Assert.False(limit.IsCancellationRequested, $"There was no {what} in time.");
            await pace.WaitForNextTickAsync();
        }
    }

    private async Task<Visitor> VisitAsync(string who, string query = "")
    {
        var visitor = await browser.VisitAsync(centre.Pages);
        await visitor.OpenAsync("floor" + query, centre.Server.Token(who, "supervisor"));
        await Expect(visitor.Page.Locator(".floor")).ToHaveAttributeAsync("data-stale", "false");
        return visitor;
    }
}
