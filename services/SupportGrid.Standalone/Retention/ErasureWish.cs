namespace SupportGrid.Standalone.Retention;

/// <summary>Whose words an operator wants gone.</summary>
/// <param name="Tenant">Only of this tenant; null for all.</param>
/// <param name="Customer">All closed interactions of one customer, whatever their age; null for everybody's.</param>
/// <param name="ClosedBefore">Interactions that closed before it, where no customer is named.</param>
public sealed record ErasureWish(string? Tenant, string? Customer, DateTimeOffset ClosedBefore)
{
    public bool Has(string tenant) => Tenant is null || Tenant == tenant;
}
