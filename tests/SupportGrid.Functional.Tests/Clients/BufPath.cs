using System.Text.Json;
using SupportGrid.Functional.Tests.Hosting;

namespace SupportGrid.Functional.Tests.Clients;

/// <summary>The customer's and the agent's part, every step of it by <c>buf curl</c>.</summary>
internal static class BufPath
{
    /// <summary>Plays the path; <paramref name="agent"/> takes no work at first, then says that it does.</summary>
    public static async Task<Played> PlayAsync(
        World world, BufCurl buf, string agent, string customer, string first)
    {
        await buf.CallAsync("DeskService/SignIn", agent, "agent", $$"""{"requestId":"{{buf.Next()}}","presence":"break"}""");
        await using var desk = buf.Watch("DeskService/WatchDesk", agent, "agent");
        await desk.UntilAsync(r => Of(r, "synced"), "the desk's snapshot");
        var opened = await buf.CallAsync(
            "CustomerService/OpenInteraction",
            "web",
            "channel",
            $$"""
            {"requestId":"{{buf.Next()}}","customerId":"{{customer}}","channel":"CHANNEL_CHAT","queue":"support",
             "firstMessage":"{{first}}"}
            """);
        var id = opened.GetProperty("interactionId").GetString()!;
        await buf.CallAsync(
            "DeskService/SetPresence", agent, "agent", $$"""{"requestId":"{{buf.Next()}}","presence":"online"}""");

        var offer = await desk.UntilAsync(r => Of(r, "offer", id), "the offer");
        await buf.CallAsync("DeskService/AcceptOffer", agent, "agent", $$"""
            {"requestId":"{{buf.Next()}}","interactionId":"{{id}}","offerId":"{{offer.GetProperty("offerId").GetString()}}"}
            """);
        await desk.UntilAsync(r => Of(r, "interaction", id), "the interaction on the desk");
        await TalkAsync(buf, desk, agent, customer, id);
        await desk.UntilAsync(r => Of(r, "released", id), "the release");
        var refusal = await SayAsync(buf.RefusedAsync, buf, agent, id, "too late");
        await buf.CallAsync("DeskService/SignOut", agent, "agent", $$"""{"requestId":"{{buf.Next()}}"}""");
        return await Played.ReadAsync(world, id, refusal == "failed_precondition" ? "FailedPrecondition" : refusal);
    }

    private static async Task TalkAsync(BufCurl buf, BufStream desk, string agent, string customer, string id)
    {
        await SayAsync(buf.CallAsync, buf, agent, id, Played.Answer);
        await buf.CallAsync("CustomerService/SendCustomerMessage", "web", "channel", $$"""
            {"requestId":"{{buf.Next()}}","customerId":"{{customer}}","interactionId":"{{id}}","text":"{{Played.Thanks}}"}
            """);
        await desk.UntilAsync(
            r => Of(r, "message") is { } m && m.GetProperty("message").GetProperty("text").GetString() == Played.Thanks
                ? m
                : null,
            "the customer's last words");
        await buf.CallAsync(
            "DeskService/EndContact", agent, "agent", $$"""{"requestId":"{{buf.Next()}}","interactionId":"{{id}}"}""");
        await buf.CallAsync("DeskService/CompleteWrapUp", agent, "agent", $$"""
            {"requestId":"{{buf.Next()}}","interactionId":"{{id}}","code":"solved"}
            """);
    }

    private static Task<T> SayAsync<T>(
        Func<string, string, string, string, Task<T>> call, BufCurl buf, string agent, string id, string text) =>
        call("DeskService/SendAgentMessage", agent, "agent", $$"""
            {"requestId":"{{buf.Next()}}","interactionId":"{{id}}","text":"{{text}}"}
            """);

    /// <summary>What a response shows, if it is of the kind, and of the interaction where one is named.</summary>
    private static JsonElement? Of(JsonElement response, string kind, string? interaction = null) =>
        response.TryGetProperty(kind, out var shown)
        && (interaction is null || shown.GetProperty("interactionId").GetString() == interaction)
            ? shown
            : null;
}
