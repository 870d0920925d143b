namespace SupportGrid.Empathy.External.Redaction;

/// <summary>
/// What was taken out of a text. The word in brackets that stands in its place is the name in lower case.
/// </summary>
public enum PersonalDataKind
{
    Email,

    /// <summary>A web or network address, which may name its reader.</summary>
    Link,

    /// <summary>A name on a social network, such as "@somebody".</summary>
    Handle,

    /// <summary>What follows a word such as "password" or "PIN".</summary>
    Secret,

    Iban,

    /// <summary>A number of 13 to 19 digits with the check digit of payment cards.</summary>
    Card,

    /// <summary>Of a person: identity card, passport, social insurance.</summary>
    Id,

    Phone,

    /// <summary>A date that is said to be somebody's birthday.</summary>
    Birthday,

    Address,

    Name,

    /// <summary>Any other number of seven digits or more: orders, accounts, customers.</summary>
    Number,
}
