using SupportGrid.Domain;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using SupportGrid.Empathy.Conversations;
using SupportGrid.Empathy.Friction;
using SupportGrid.Empathy.Text;

namespace SupportGrid.Silo.Empathy;

/// <summary>
/// What one interaction's actor remembers of the talk in order to read the next turn. Not durable: it is rebuilt from
/// the transcript after an activation, and when what it heard did not become part of it.
/// </summary>
/// <remarks>
/// A turn is heard before it is appended, for effort counts the turn itself. If the append fails, or the turn is
/// refused, the transcript lacks it, which shows at the next turn.
/// </remarks>
internal sealed class ConversationEar(TurnReader reader, ReplyLatencies latencies, string tenant)
{
    /// <summary>However fast a queue is: nobody has waited long for a reply that came sooner.</summary>
    private static readonly TimeSpan SlowFrom = TimeSpan.FromSeconds(20);

    private ConversationMemory _memory = new();
    private Language _language;
    private int _heard;
    private string _lastHeard = "";

    /// <returns>Null where the policy has no cues, and for a turn that will be refused.</returns>
    public TurnReading? Read(Interaction state, SayMessage said, DateTimeOffset at)
    {
        if (state is not (Interaction.Queued or Interaction.Offered or Interaction.InTalk)
            || state is not Interaction.Existing { Facts: var facts }
            || !PolicyOf(facts).Cues
            || facts.Transcript.FindLast(m => m.MessageId == said.MessageId) is not null)
        {
            return null;
        }

        CatchUp(facts);
        var turn = said.From switch
        {
            Party.Customer => Customer(facts, said.Text, at),
            Party.Agent => Agent(facts, said.Text, at),
            _ => Other(said.Text),
        };
        (_heard, _lastHeard) = (_heard + 1, said.MessageId);
        return turn;
    }

    /// <summary>Reads what the customer says on opening, before there is an interaction.</summary>
    public static TurnReading? ReadFirst(TurnReader reader, OpenInteraction open) =>
        open.FirstMessage is { } text && (open.Policy.Empathy ?? EmpathyPolicy.Default).Cues
            ? reader.Customer(text, new ConversationMemory(), Language.Unknown, facts => With(facts, open.Before))
            : null;

    private static EmpathyPolicy PolicyOf(InteractionFacts facts) => facts.Policy.Empathy ?? EmpathyPolicy.Default;

    private static FrictionFacts With(FrictionFacts facts, ContactsBefore? before) => facts with
    {
        ContactsIn7Days = before?.In7Days ?? 0,
        ContactsIn30Days = before?.In30Days ?? 0,
    };

    private TurnReading Customer(InteractionFacts facts, string text, DateTimeOffset at)
    {
        _language = LanguageDetector.Of(text, _language);
        return reader.Customer(text, _memory, _language, known => With(known, facts.Empathy.Contacts) with
        {
            Transfers = facts.Transfers,
            Reopenings = facts.Reopenings,
            ChannelSwitches = facts.Empathy.ChannelSwitches,
            Silence = SilenceBefore(facts, at),
            ReplyLatencyPercentile = ReplyTimes.LastOf(facts.Transcript) is { } last && last >= SlowFrom
                ? latencies.ShareFaster(tenant, facts.Queue, last)
                : 0,
        });
    }

    private TurnReading Agent(InteractionFacts facts, string text, DateTimeOffset at)
    {
        if (ReplyTimes.OfNext(facts.Transcript, at) is { } latency)
        {
            latencies.Note(tenant, facts.Queue, latency);
        }

        return reader.Agent(text, _memory, _language);
    }

    /// <summary>Nobody's words are judged but the agent's; the talk goes on all the same.</summary>
    private TurnReading? Other(string text)
    {
        _memory.AgentSaid(text);
        return null;
    }

    private void CatchUp(InteractionFacts facts)
    {
        if (_heard > facts.Transcript.Count
            || (_heard > 0 && facts.Transcript[_heard - 1].MessageId != _lastHeard))
        {
            (_memory, _language, _heard) = (new ConversationMemory(), Language.Unknown, 0);
        }

        for (; _heard < facts.Transcript.Count; _heard++)
        {
            var message = facts.Transcript[_heard];
            _lastHeard = message.MessageId;
            if (message.From == Party.Customer)
            {
                _language = LanguageDetector.Of(message.Text, _language);
                _memory.CustomerSaid(message.Text);
            }
            else
            {
                _memory.AgentSaid(message.Text);
            }
        }
    }

    /// <summary>Minutes without a word mean something only where people wait for each other.</summary>
    private static TimeSpan SilenceBefore(InteractionFacts facts, DateTimeOffset at) =>
        facts.Channel is Channel.Chat or Channel.Voice
            && facts.Transcript is [.., { From: Party.Customer, At: var last }] && at > last
            ? at - last
            : TimeSpan.Zero;
}
