namespace SupportGrid.Domain.Empathy;

/// <summary>Contacts of the customer about the same issue before this one.</summary>
/// <param name="In30Days">Those of the last 7 days counted too.</param>
[GenerateSerializer, Immutable, Alias("sg.ContactsBefore")]
public sealed record ContactsBefore(int In7Days, int In30Days)
{
    public static ContactsBefore None { get; } = new(0, 0);
}
