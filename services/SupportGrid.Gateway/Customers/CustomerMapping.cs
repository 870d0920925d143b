using SupportGrid.Domain.Customers;
using SupportGrid.Gateway.Edge;
using SupportGrid.Gateway.Interactions;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Customers;

/// <summary>Customers and their history on the wire.</summary>
public static class CustomerMapping
{
    /// <summary>A stranger has an id and nothing else.</summary>
    public static V1.Customer ToProto(this Customer customer, string id)
    {
        var proto = new V1.Customer { CustomerId = id };
        if (customer is Customer.Acquainted known)
        {
            proto.Name = known.Name;
            proto.Identities.AddRange(known.Identities);
            proto.Contacts = known.Contacts;
            proto.History.AddRange(HistoryOf(customer));
            proto.LastAgent = known.LastService?.Agent ?? "";
        }

        return proto;
    }

    /// <summary>What a channel says of a customer; what it leaves out stays as it is.</summary>
    public static IdentifyCustomer ToDomain(this V1.IdentifyCustomerRequest request, string customer) => new(
        customer,
        request.CustomerName.Length == 0 ? null : request.CustomerName,
        request.Identity.Length == 0 ? null : request.Identity,
        Commands.StampedByActor);

    /// <summary>Newest first.</summary>
    public static IEnumerable<V1.PastInteraction> HistoryOf(Customer customer) =>
        customer is Customer.Acquainted known ? known.History.Reverse().Select(ToProto) : [];

    public static V1.PastInteraction ToProto(this Contact contact) => new()
    {
        InteractionId = contact.Interaction,
        Queue = contact.Queue,
        Channel = contact.Channel.ToProto(),
        Subject = contact.Subject,
        OpenedAt = contact.OpenedAt.ToProto(),
        EndedAt = contact.EndedAt.ToProto(),
        Outcome = contact.Outcome ?? "",
    };
}
