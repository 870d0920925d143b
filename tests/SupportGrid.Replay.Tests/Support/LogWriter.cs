using System.Text.Json;
using SupportGrid.Api.V1;
using SupportGrid.Replay.Checking;
using SupportGrid.Replay.Conversations;
using SupportGrid.Replay.Playing;

namespace SupportGrid.Replay.Tests.Support;

/// <summary>Writes a log as the events service gives it: positions and versions count up by themselves.</summary>
internal sealed class LogWriter
{
    public const string Run = "run";

    private static readonly string[] Texts = ["Where is it?", "On its way.", "Thanks."];

    private readonly List<Event> _events = [];
    private readonly Dictionary<string, long> _versions = [];

    public List<Event> Events => _events;

    public LogWriter Agent(string type, object data, string agent = "ana") => Add("agent/" + agent, type, data);

    public LogWriter Interaction(string type, object data, string interaction = "i1") =>
        Add("interaction/" + interaction, type, data);

    /// <summary>A profile with two units: a chat costs one, a call both; a call may come on top of an e-mail.</summary>
    public LogWriter Profile(int units = 2, int chats = 2, string agent = "ana") => Agent("ProfileAdopted", new
    {
        profile = new
        {
            capacity = new
            {
                units,
                channels = new Dictionary<string, object>
                {
                    ["Chat"] = new { cost = 1, limit = chats, interruptibleBy = Array.Empty<string>() },
                    ["Email"] = new { cost = 1, limit = 2, interruptibleBy = new[] { "Voice" } },
                    ["Voice"] = new { cost = 2, limit = 1, interruptibleBy = Array.Empty<string>() },
                },
            },
        },
    }, agent);

    public LogWriter Takes(string offer, string channel = "Chat", string agent = "ana") =>
        Agent("OfferTaken", new { offer = new { offer, channel } }, agent);

    public LogWriter Works(string offer, string channel = "Chat", string agent = "ana") =>
        Agent("WorkStarted", new { item = new { offer, channel } }, agent);

    public LogWriter Opened(string interaction = "i1", string conversation = "c1") =>
        Interaction("InteractionOpened", new { subject = $"{Run}/{conversation}" }, interaction);

    public LogWriter Offered(string offer = "o1", string interaction = "i1") =>
        Interaction("OfferIssued", new { offer }, interaction);

    public LogWriter Connected(string offer = "o1", string agent = "ana", string interaction = "i1") =>
        Interaction("AgentConnected", new { offer, agent }, interaction);

    public LogWriter Said(int sequence, string? text = null, string interaction = "i1") =>
        Interaction("MessageSaid", new { sequence, text = text ?? Texts[sequence - 1] }, interaction);

    public LogWriter Closed(string interaction = "i1") => Interaction("InteractionClosed", new { reason = "Served" }, interaction);

    /// <summary>What every sound log has: an agent who takes the offer, works and finishes.</summary>
    public LogWriter SoundAgent() =>
        Profile().Takes("o1").Works("o1").Agent("WorkFinished", new { offer = "o1" }).Agent("AgentSignedOut", new { });

    /// <summary>One conversation from beginning to end.</summary>
    public LogWriter SoundInteraction() => Opened().Said(1).Offered().Connected().Said(2).Said(3).Closed();

    /// <param name="customerLeaves">Whether the customer of the one conversation goes instead of waiting.</param>
    public LogCheckResult Check(bool customerLeaves = false)
    {
        var turns = Texts.Select((t, i) => new Turn(i != 1, t, TimeSpan.FromSeconds(i))).ToArray();
        var script = new Script(new Conversation("c1", "en", "c1", turns), customerLeaves);
        var check = new LogCheck();
        _events.ForEach(check.Apply);
        return check.Conclude(Run, new Dictionary<string, Script> { [Run + "/c1"] = script });
    }

    private LogWriter Add(string source, string type, object data)
    {
        var version = _versions[source] = _versions.GetValueOrDefault(source) + 1;
        _events.Add(new Event
        {
            Source = source, Type = type, Sequence = version, Position = _events.Count + 1, DataJson = JsonSerializer.Serialize(data),
        });
        return this;
    }
}
