using SupportGrid.Kernel;

namespace SupportGrid.Domain.Customers;

/// <summary>Every "no" of a customer. Codes are part of the public API and never change.</summary>
public static class CustomerRefusals
{
    public static Refusal TooManyIdentities { get; } =
        new("TOO_MANY_IDENTITIES", $"A customer has at most {CustomerLimits.IdentitiesMax} identities.");

    public static Refusal NameTooLong { get; } =
        new("NAME_TOO_LONG", $"A name has at most {CustomerLimits.NameLengthMax} characters.");

    public static Refusal IdentityMalformed { get; } = new(
        "IDENTITY_MALFORMED",
        $"An identity reads kind:value and has at most {CustomerLimits.IdentityLengthMax} characters.");

    /// <summary>All of them; the gateway's table and the tests cover every one.</summary>
    public static IReadOnlyList<Refusal> All { get; } = [TooManyIdentities, NameTooLong, IdentityMalformed];
}
