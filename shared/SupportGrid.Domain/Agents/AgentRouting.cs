using SupportGrid.Domain.Routing;
using static SupportGrid.Domain.Agents.AgentSession;

namespace SupportGrid.Domain.Agents;

/// <summary>An agent's session as the matcher sees it.</summary>
public static class AgentRouting
{
    /// <summary>
    /// Why no offer may come now, or null: "signed_out", "presence:&lt;code&gt;", "not_responding", "grace". A presence
    /// chosen ahead that takes no work counts already, or the hands would never get free.
    /// </summary>
    public static string? WhyNot(AgentSession session) => session switch
    {
        SignedOn { Presence: { TakesWork: false } presence } => $"presence:{presence.Code}",
        SignedOn { NotResponding: true } => "not_responding",
        SignedOn { Next: { TakesWork: false } next } => $"presence:{next.Code}",
        SignedOn { Connection.State: not ConnectionState.Connected } => "grace",
        SignedOn => null,
        _ => "signed_out",
    };

    /// <param name="version">Version of the agent's stream.</param>
    /// <returns>Null while the agent has no profile.</returns>
    public static AgentAvailability? ToAvailability(AgentSession session, long version) => session switch
    {
        SignedOn s => new(
            s.Profile.Agent,
            version,
            WhyNot(s) is null,
            WhyNot(s),
            s.Profile,
            [
                .. s.Offers.Select(static o => new CarriedItem(o.Interaction, o.Offer, o.Channel)),
                .. s.Work.Select(static w => new CarriedItem(w.Interaction, w.Offer, w.Channel)),
            ],
            s.IdleSince,
            s.Load is { Spells.IsEmpty: false } load ? load : null),
        SignedOff s => Gone(s.Profile, version, WhyNot(s)!),
        _ => null,
    };

    /// <summary>The last word on an agent who left the routing group of <paramref name="profile"/>.</summary>
    public static AgentAvailability Gone(AgentProfile profile, long version, string whyNot) =>
        new(profile.Agent, version, Routable: false, whyNot, profile, [], DateTimeOffset.UnixEpoch);
}
