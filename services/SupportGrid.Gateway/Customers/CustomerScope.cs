using SupportGrid.Gateway.Edge;
using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Roles;

namespace SupportGrid.Gateway.Customers;

/// <summary>
/// For whom a call acts: a channel for the customer it names, a customer for itself. Whoever has both roles acts as a
/// channel when it names somebody.
/// </summary>
public static class CustomerScope
{
    public const string Field = "customer_id";

    /// <summary>
    /// Notes what is wrong with the field. A channel must fill it; a customer may leave it empty or name itself.
    /// </summary>
    public static void Check(ref RequestValidation check, Caller caller, string customerId)
    {
        if (caller.HasAny(Role.Customer))
        {
            check.OptionalId(Field, customerId);
        }
        else
        {
            check.Id(Field, customerId);
        }
    }

    /// <exception cref="Grpc.Core.RpcException">PERMISSION_DENIED: a customer named somebody else.</exception>
    public static string Of(Caller caller, string customerId)
    {
        if (customerId.Length == 0 || customerId == caller.Subject)
        {
            return customerId.Length == 0 ? caller.Subject : customerId;
        }

        return caller.HasAny(Role.Channel)
            ? customerId
            : throw EdgeErrors.Denied(EdgeReasons.OtherCustomer, "A customer acts for itself only.");
    }
}
