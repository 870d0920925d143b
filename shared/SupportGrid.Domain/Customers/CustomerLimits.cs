namespace SupportGrid.Domain.Customers;

/// <summary>Limits of a customer.</summary>
public static class CustomerLimits
{
    /// <summary>Contacts kept in the state; the log keeps all.</summary>
    public const int HistoryMax = 50;

    /// <summary>Identities of one customer.</summary>
    public const int IdentitiesMax = 20;

    /// <summary>UTF-16 characters of a name.</summary>
    public const int NameLengthMax = 200;

    /// <summary>UTF-16 characters of an identity, kind included.</summary>
    public const int IdentityLengthMax = 320;
}
