using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Tests.Samples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Agents;

/// <summary>Commands and histories: signed in at 0 s with a desk open at 1 s; offers last until 30 s.</summary>
internal static class AgentSamples
{
    public static Presence Online { get; } = new("online", true, T(0));

    public static Presence Break { get; } = new("break", false, T(0));

    public static TimeSpan Grace { get; } = TimeSpan.FromSeconds(30);

    public static AgentScenario Known => AgentScenario.After(new AdoptProfile(Profiles.Ana, T(0)));

    /// <summary>Signed in, no desk open yet.</summary>
    public static AgentScenario SignedIn => Known.And(SignIn());

    public static AgentScenario Ready => SignedIn.And(new ConnectDesk("tab", T(1)));

    public static AgentScenario Asked => Ready.And(Take());

    public static AgentScenario Busy => Asked.And(Start());

    public static AgentScenario Gone => Ready.And(new SignOut(false, "signed_out", "ana", T(2)));

    public static SignIn SignIn() => new(Online, Grace, T(0));

    public static SignOut SignOut(bool force = false, double at = 40) => new(force, "signed_out", "ana", T(at));

    public static OfferInHand Offer(string offer = "o1", string interaction = "i1", Channel channel = Channel.Chat) =>
        new(offer, interaction, 1, channel, "billing", T(30));

    public static TakeOffer Take(
        string offer = "o1", string interaction = "i1", Channel channel = Channel.Chat, double at = 10) =>
        new(Offer(offer, interaction, channel), T(at));

    public static PutDownOffer PutDown(string because, string offer = "o1", double at = 15) =>
        new(offer, because, T(at));

    public static WorkItem Work(string offer = "o1", string interaction = "i1", Channel channel = Channel.Chat) =>
        new(interaction, offer, 1, channel, "billing", WorkStage.Interacting, T(12));

    public static StartWork Start(string offer = "o1", string interaction = "i1", Channel channel = Channel.Chat) =>
        new(Work(offer, interaction, channel), T(12));

    public static FinishWork Finish(string offer = "o1", double at = 80) => new(offer, "closed", T(at));

    public static ChangePresence Change(Presence presence, bool whenFree = false, double at = 20) =>
        new(presence, whenFree, "agent", T(at));
}
