using SupportGrid.Domain.Empathy;

namespace SupportGrid.Domain.Agents;

/// <summary>What may be asked of an agent's session.</summary>
[GenerateSerializer, Immutable, Alias("sg.AgentCommand")]
public abstract record AgentCommand(DateTimeOffset At);

[GenerateSerializer, Immutable, Alias("sg.AdoptProfile")]
public sealed record AdoptProfile(AgentProfile Profile, DateTimeOffset At) : AgentCommand(At);

/// <param name="Version">The profile that goes; a newer one stays, so that a late repeat does no harm.</param>
[GenerateSerializer, Immutable, Alias("sg.RetireProfile")]
public sealed record RetireProfile(string Agent, int Version, DateTimeOffset At) : AgentCommand(At);

/// <param name="Grace">How long the session may be without a desk stream.</param>
[GenerateSerializer, Immutable, Alias("sg.SignIn")]
public sealed record SignIn(Presence Presence, TimeSpan Grace, DateTimeOffset At) : AgentCommand(At);

/// <summary>Refused while work is in hand, unless forced: then the work goes back to the line.</summary>
[GenerateSerializer, Immutable, Alias("sg.SignOut")]
public sealed record SignOut(bool Force, string Because, string By, DateTimeOffset At) : AgentCommand(At);

/// <summary>Also ends not-responding when the presence takes work.</summary>
/// <param name="WhenFree">Wait until the work in hand is done.</param>
[GenerateSerializer, Immutable, Alias("sg.ChangePresence")]
public sealed record ChangePresence(Presence Presence, bool WhenFree, string Because, DateTimeOffset At)
    : AgentCommand(At);

[GenerateSerializer, Immutable, Alias("sg.ConnectDesk")]
public sealed record ConnectDesk(string ConnectionId, DateTimeOffset At) : AgentCommand(At);

[GenerateSerializer, Immutable, Alias("sg.DisconnectDesk")]
public sealed record DisconnectDesk(string ConnectionId, string Because, TimeSpan Grace, DateTimeOffset At)
    : AgentCommand(At);

/// <summary>From the agent's own timer; does nothing before the end of the grace period.</summary>
[GenerateSerializer, Immutable, Alias("sg.EndGrace")]
public sealed record EndGrace(DateTimeOffset At) : AgentCommand(At);

[GenerateSerializer, Immutable, Alias("sg.TakeOffer")]
public sealed record TakeOffer(OfferInHand Offer, DateTimeOffset At) : AgentCommand(At);

[GenerateSerializer, Immutable, Alias("sg.PutDownOffer")]
public sealed record PutDownOffer(string Offer, string Because, DateTimeOffset At) : AgentCommand(At);

[GenerateSerializer, Immutable, Alias("sg.StartWork")]
public sealed record StartWork(WorkItem Item, DateTimeOffset At) : AgentCommand(At);

[GenerateSerializer, Immutable, Alias("sg.MoveWorkToWrapUp")]
public sealed record MoveWorkToWrapUp(string Offer, DateTimeOffset At) : AgentCommand(At);

[GenerateSerializer, Immutable, Alias("sg.FinishWork")]
public sealed record FinishWork(string Offer, string Because, DateTimeOffset At) : AgentCommand(At);

/// <summary>From an interaction that the agent has or had.</summary>
/// <param name="IsOver">False while the spell goes on: it will be told of again.</param>
[GenerateSerializer, Immutable, Alias("sg.NoteHardSpell")]
public sealed record NoteHardSpell(HardSpell Spell, bool IsOver, DateTimeOffset At) : AgentCommand(At);

/// <summary>The agent's own choice, signed in or not.</summary>
[GenerateSerializer, Immutable, Alias("sg.ChooseEmotionalLoad")]
public sealed record ChooseEmotionalLoad(bool OptedOut, DateTimeOffset At) : AgentCommand(At);
