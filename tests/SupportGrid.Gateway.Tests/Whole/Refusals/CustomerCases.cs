using System.Globalization;
using SupportGrid.Api.V1;
using SupportGrid.Domain.Customers;

namespace SupportGrid.Gateway.Tests.Whole.Refusals;

/// <summary>What opening an interaction and identifying a customer are refused with.</summary>
internal static class CustomerCases
{
    public static IEnumerable<RefusalCase> All =>
    [
        Opening("QUEUE_UNKNOWN", r => r.Queue = "nowhere"),
        Opening("QUEUE_CLOSED", r => r.Queue = "closed"),
        Opening("QUEUE_RETIRED", r => r.Queue = "going", stage => stage.Retire()),
        Opening("TOO_MANY_OPEN_INTERACTIONS", static _ => { }, static stage => stage.OpenAsManyAsMayBe()),
        new RefusalCase("OpenInteraction", "REQUEST_ID_REUSED", async stage =>
        {
            var request = NewRequest(stage);
            await stage.Floor.Customers.OpenInteractionAsync(request, stage.Floor.Ann);
            request.Subject = "Another";
            return async () => await stage.Floor.Customers.OpenInteractionAsync(request, stage.Floor.Ann);
        }),
        new RefusalCase("StartGuestSession", "GUESTS_NOT_ADMITTED", stage => Task.FromResult<Func<Task>>(
            async () => await stage.Floor.Guests.StartGuestSessionAsync(
                new StartGuestSessionRequest { Tenant = stage.Floor.Tenant, Queue = "general" }))),
        new RefusalCase("OpenInteraction", "GUESTS_NOT_ADMITTED", async stage =>
        {
            var guest = await stage.Floor.AsGuest("lobby");
            return async () => await stage.Floor.Customers.OpenInteractionAsync(NewRequest(stage), guest);
        }),
        new RefusalCase("WatchInteraction", "NO_SUCH_INTERACTION", stage => Task.FromResult<Func<Task>>(async () =>
        {
            using var watch = stage.Floor.Customers.WatchInteraction(
                new WatchInteractionRequest { InteractionId = "i-none" }, stage.Floor.Ann);
            await watch.Next(_ => true, "anything");
        })),

        new RefusalCase("IdentifyCustomer", "TOO_MANY_IDENTITIES", async stage =>
        {
            for (var n = 0; n < CustomerLimits.IdentitiesMax; n++)
            {
                await stage.Identify("ann", string.Create(CultureInfo.InvariantCulture, $"phone:{n}"));
            }

            return () => stage.Identify("ann", "phone:one-too-many");
        }),
        new RefusalCase("IdentifyCustomer", "CLAIM_TAKEN", async stage =>
        {
            await stage.Identify("bob", "email:us@example.org");
            return () => stage.Identify("ann", "email:us@example.org");
        }),
        new RefusalCase("IdentifyCustomer", "IDENTITY_MALFORMED", stage =>
            Task.FromResult<Func<Task>>(() => stage.Identify("ann", "no kind"))),
        new RefusalCase("IdentifyCustomer", "REQUEST_ID_REUSED", async stage =>
        {
            var request = new IdentifyCustomerRequest
            {
                RequestId = stage.Floor.Next(), CustomerId = "ann", CustomerName = "Ann",
            };
            await stage.Floor.Customers.IdentifyCustomerAsync(request, stage.Channel);
            request.CustomerName = "Anna";
            return async () => await stage.Floor.Customers.IdentifyCustomerAsync(request, stage.Channel);
        }),
    ];

    private static RefusalCase Opening(
        string code, Action<OpenInteractionRequest> change, Func<Stage, Task>? before = null) =>
        new("OpenInteraction", code, async stage =>
        {
            if (before is not null)
            {
                await before(stage);
            }

            var request = NewRequest(stage);
            change(request);
            return async () => await stage.Floor.Customers.OpenInteractionAsync(request, stage.Floor.Ann);
        });

    private static OpenInteractionRequest NewRequest(Stage stage) =>
        new() { RequestId = stage.Floor.Next(), Channel = Channel.Chat, Queue = "general" };
}
