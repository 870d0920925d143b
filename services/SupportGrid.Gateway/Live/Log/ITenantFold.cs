namespace SupportGrid.Gateway.Live.Log;

/// <summary>Folds the events of a tenant once for all streams that show folded states.</summary>
internal interface ITenantFold
{
    /// <summary>
    /// Called by the hub for every event of the tenant, in order, before streams get it. It must not wait and must not
    /// fail: an event that it cannot fold stays without a state, and each stream folds for itself.
    /// </summary>
    void Apply(LiveEvent item);
}
