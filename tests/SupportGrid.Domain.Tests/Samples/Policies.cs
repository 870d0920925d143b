using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Routing;

namespace SupportGrid.Domain.Tests.Samples;

/// <summary>
/// Queues of the scenarios. Offers last 20 s, the last agent is preferred for 15 s, 5 s is a short abandon.
/// </summary>
internal static class Policies
{
    public static QueuePolicy Billing { get; } = new(
        Version: 1,
        Queue: "billing",
        DisplayName: "Billing",
        RoutingGroup: "europe",
        Skills: [new SkillRequirement("billing", 2)],
        SkillMatching.Best,
        Relaxation: [],
        ScoreWeights.Default,
        BasePriority: 5,
        AgeingPerMinute: 1,
        ServiceTarget.Default,
        OpeningHours.Always,
        OfferTimeout: TimeSpan.FromSeconds(20),
        PreferLastAgentFor: TimeSpan.FromSeconds(15),
        PreferLastAgentWithin: TimeSpan.FromDays(30),
        WrapUpPolicy.Default,
        ShortAbandonAfter: TimeSpan.FromSeconds(5),
        ReopenWithin: TimeSpan.FromDays(2));

    public static QueuePolicy Orders { get; } = Billing with
    {
        Version = 4,
        Queue = "orders",
        DisplayName = "Orders",
        Skills = [new SkillRequirement("orders", 1)],
        BasePriority = 1,
    };

    /// <summary>Served by another dispatcher.</summary>
    public static QueuePolicy Overseas { get; } = Orders with { Queue = "overseas", RoutingGroup = "america" };

    /// <summary>Takes nothing outside of its hours.</summary>
    public static QueuePolicy ClosedToAll { get; } = Orders with
    {
        Queue = "closed", Hours = OpeningHours.Always with { Closed = WhenClosed.Refuse },
    };

    /// <summary>
    /// Ten points for distress; a minute with an upset customer is a full load, and counts half after ten.
    /// </summary>
    public static EmpathyRouting Routing { get; } = new(10, 5, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10));

    /// <summary>With both terms of empathy.</summary>
    public static QueuePolicy Caring { get; } =
        Billing with { Empathy = EmpathyPolicy.Default with { Routing = Routing } };

    public static QueuePolicy WithWrapUp(WrapUpMode mode, params string[] codes) =>
        Billing with { WrapUp = new WrapUpPolicy(mode, TimeSpan.FromMinutes(2), [.. codes]) };
}
