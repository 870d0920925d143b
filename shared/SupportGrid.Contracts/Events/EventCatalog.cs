using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json.Serialization.Metadata;
using static SupportGrid.Contracts.Grains.Streams;

namespace SupportGrid.Contracts.Events;

/// <summary>
/// Every event that this build writes or reads, one line each. Names and versions are persisted: a line is never taken
/// out or given to another event; a changed body raises the version and adds an <see cref="IEventUpcaster"/>.
/// </summary>
public static class EventCatalog
{
    private static EventJson Json => EventJson.Default;

    /// <summary>All entries, by category and in the order in which they usually happen.</summary>
    public static ImmutableArray<EventType> All { get; } =
    [
        Entry("InteractionOpened", 2, InteractionCategory, Json.InteractionOpened),
        Entry("InteractionQueued", 4, InteractionCategory, Json.InteractionQueued),
        Entry("InteractionPrioritised", 1, InteractionCategory, Json.InteractionPrioritised),
        Entry("OfferIssued", 1, InteractionCategory, Json.OfferIssued),
        Entry("OfferRejected", 1, InteractionCategory, Json.OfferRejected),
        Entry("OfferExpired", 1, InteractionCategory, Json.OfferExpired),
        Entry("OfferCancelled", 1, InteractionCategory, Json.OfferCancelled),
        Entry("OfferRescinded", 1, InteractionCategory, Json.OfferRescinded),
        Entry("AgentConnected", 1, InteractionCategory, Json.AgentConnected),
        Entry("AgentReleased", 1, InteractionCategory, Json.AgentReleased),
        Entry("MessageSaid", 2, InteractionCategory, Json.MessageSaid),
        Entry("InteractionHeld", 1, InteractionCategory, Json.InteractionHeld),
        Entry("InteractionRetrieved", 1, InteractionCategory, Json.InteractionRetrieved),
        Entry("InteractionTransferred", 1, InteractionCategory, Json.InteractionTransferred),
        Entry("ChannelSwitched", 1, InteractionCategory, Json.ChannelSwitched),
        Entry("ContactEnded", 1, InteractionCategory, Json.ContactEnded),
        Entry("WrapUpStarted", 1, InteractionCategory, Json.WrapUpStarted),
        Entry("WrapUpCompleted", 1, InteractionCategory, Json.WrapUpCompleted),
        Entry("InteractionAbandoned", 1, InteractionCategory, Json.InteractionAbandoned),
        Entry("InteractionClosed", 1, InteractionCategory, Json.InteractionClosed),
        Entry("InteractionReopened", 1, InteractionCategory, Json.InteractionReopened),
        Entry("TrajectoryMoved", 1, InteractionCategory, Json.TrajectoryMoved),
        Entry("CueShown", 2, InteractionCategory, Json.CueShown),
        Entry("CueEnded", 1, InteractionCategory, Json.CueEnded),
        Entry("CueAnswered", 1, InteractionCategory, Json.CueAnswered),
        Entry("OpportunityScored", 1, InteractionCategory, Json.OpportunityScored),
        Entry("NeedClassified", 1, InteractionCategory, Json.NeedClassified),
        Entry("InteractionRated", 1, InteractionCategory, Json.InteractionRated),
        Entry("ReadingRevised", 1, InteractionCategory, Json.ReadingRevised),

        Entry("ProfileAdopted", 1, AgentCategory, Json.ProfileAdopted),
        Entry("ProfileRetired", 1, AgentCategory, Json.ProfileRetired),
        Entry("AgentSignedIn", 1, AgentCategory, Json.AgentSignedIn),
        Entry("AgentSignedOut", 1, AgentCategory, Json.AgentSignedOut),
        Entry("PresenceChanged", 1, AgentCategory, Json.PresenceChanged),
        Entry("NextPresenceChosen", 1, AgentCategory, Json.NextPresenceChosen),
        Entry("DeskConnected", 1, AgentCategory, Json.DeskConnected),
        Entry("DeskDisconnected", 1, AgentCategory, Json.DeskDisconnected),
        Entry("HeartbeatLost", 1, AgentCategory, Json.HeartbeatLost),
        Entry("OfferTaken", 1, AgentCategory, Json.OfferTaken),
        Entry("OfferDeclined", 1, AgentCategory, Json.OfferDeclined),
        Entry("OfferPutDown", 1, AgentCategory, Json.OfferPutDown),
        Entry("AgentNotResponding", 1, AgentCategory, Json.AgentNotResponding),
        Entry("WorkStarted", 1, AgentCategory, Json.WorkStarted),
        Entry("WorkDeclined", 1, AgentCategory, Json.WorkDeclined),
        Entry("WorkMovedToWrapUp", 1, AgentCategory, Json.WorkMovedToWrapUp),
        Entry("WorkFinished", 1, AgentCategory, Json.WorkFinished),
        Entry("EmotionalLoadNoted", 1, AgentCategory, Json.EmotionalLoadNoted),
        Entry("EmotionalLoadOptedOut", 1, AgentCategory, Json.EmotionalLoadOptedOut),
        Entry("EmotionalLoadOptedIn", 1, AgentCategory, Json.EmotionalLoadOptedIn),

        Entry("CustomerIdentified", 1, CustomerCategory, Json.CustomerIdentified),
        Entry("CustomerNamed", 1, CustomerCategory, Json.CustomerNamed),
        Entry("ContactBegun", 1, CustomerCategory, Json.ContactBegun),
        Entry("ContactServed", 1, CustomerCategory, Json.ContactServed),
        Entry("ContactConcluded", 1, CustomerCategory, Json.ContactConcluded),
        Entry("ExperienceNoted", 1, CustomerCategory, Json.ExperienceNoted),

        Entry("PolicyAdopted", 4, QueueCategory, Json.PolicyAdopted),
        Entry("QueueRetired", 1, QueueCategory, Json.QueueRetired),

        Entry("SkillDefined", 1, ConfigurationCategory, Json.SkillDefined),
        Entry("SkillRemoved", 1, ConfigurationCategory, Json.SkillRemoved),
        Entry("PresenceDefined", 1, ConfigurationCategory, Json.PresenceDefined),
        Entry("PresenceRemoved", 1, ConfigurationCategory, Json.PresenceRemoved),
        Entry("QueueDefined", 4, ConfigurationCategory, Json.QueueDefined),
        Entry("QueueRemoved", 1, ConfigurationCategory, Json.QueueRemoved),
        Entry("AgentDefined", 1, ConfigurationCategory, Json.AgentDefined),
        Entry("AgentRemoved", 1, ConfigurationCategory, Json.AgentRemoved),
        Entry("ChatDefined", 1, ConfigurationCategory, Json.ChatDefined),
        Entry("ConfigurationApplied", 1, ConfigurationCategory, Json.ConfigurationApplied),

        Entry("CueAnswerCounted", 1, CuesCategory, Json.CueAnswerCounted),
        Entry("CueKindSilenced", 1, CuesCategory, Json.CueKindSilenced),
        Entry("CueKindRestored", 1, CuesCategory, Json.CueKindRestored),
    ];

    /// <summary>Bodies of older versions made readable; grows with every raised version and never shrinks.</summary>
    public static ImmutableArray<IEventUpcaster> Upcasters { get; } =
    [
        // Empathy: what was read, the policy of cues, the contacts before. All absent in what was written before.
        new MembersAdded("InteractionOpened", 1),
        new MembersAdded("InteractionQueued", 1),
        new MembersAdded("MessageSaid", 1),
        new MembersAdded("PolicyAdopted", 1),
        new MembersAdded("QueueDefined", 1),

        // Whether a queue's turns may be read by a model outside of the platform.
        new MembersAdded("InteractionQueued", 2),
        new MembersAdded("PolicyAdopted", 2),
        new MembersAdded("QueueDefined", 2),

        // What routing takes from empathy: absent before, and that is off.
        new MembersAdded("InteractionQueued", 3),
        new MembersAdded("PolicyAdopted", 3),
        new MembersAdded("QueueDefined", 3),

        // Which model outside of the platform a piece of evidence is from.
        new MembersAdded("CueShown", 1),
    ];

    private static readonly FrozenDictionary<string, EventType> ByName =
        All.ToFrozenDictionary(static e => e.Name, StringComparer.Ordinal);

    /// <summary>The entry of a wire name, or null.</summary>
    public static EventType? Find(string name) => ByName.GetValueOrDefault(name);

    private static EventType Entry(string name, int version, string category, JsonTypeInfo json) =>
        new(name, version, category, json);
}
