using System.Text.Json.Serialization;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Configurations;
using SupportGrid.Domain.Customers;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Queues;

namespace SupportGrid.Contracts.Events;

/// <summary>
/// How events look in the log: camelCase, enums by name, nothing left out. A body with a member too many or too few is
/// refused, so that a change of schema without a new version shows at once and never as a silently different state.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(InteractionOpened))]
[JsonSerializable(typeof(InteractionQueued))]
[JsonSerializable(typeof(InteractionPrioritised))]
[JsonSerializable(typeof(OfferIssued))]
[JsonSerializable(typeof(OfferRejected))]
[JsonSerializable(typeof(OfferExpired))]
[JsonSerializable(typeof(OfferCancelled))]
[JsonSerializable(typeof(OfferRescinded))]
[JsonSerializable(typeof(AgentConnected))]
[JsonSerializable(typeof(AgentReleased))]
[JsonSerializable(typeof(MessageSaid))]
[JsonSerializable(typeof(InteractionHeld))]
[JsonSerializable(typeof(InteractionRetrieved))]
[JsonSerializable(typeof(InteractionTransferred))]
[JsonSerializable(typeof(ChannelSwitched))]
[JsonSerializable(typeof(ContactEnded))]
[JsonSerializable(typeof(WrapUpStarted))]
[JsonSerializable(typeof(WrapUpCompleted))]
[JsonSerializable(typeof(InteractionAbandoned))]
[JsonSerializable(typeof(InteractionClosed))]
[JsonSerializable(typeof(InteractionReopened))]
[JsonSerializable(typeof(TrajectoryMoved))]
[JsonSerializable(typeof(CueShown))]
[JsonSerializable(typeof(CueEnded))]
[JsonSerializable(typeof(CueAnswered))]
[JsonSerializable(typeof(OpportunityScored))]
[JsonSerializable(typeof(NeedClassified))]
[JsonSerializable(typeof(InteractionRated))]
[JsonSerializable(typeof(ReadingRevised))]
[JsonSerializable(typeof(ProfileAdopted))]
[JsonSerializable(typeof(ProfileRetired))]
[JsonSerializable(typeof(AgentSignedIn))]
[JsonSerializable(typeof(AgentSignedOut))]
[JsonSerializable(typeof(PresenceChanged))]
[JsonSerializable(typeof(NextPresenceChosen))]
[JsonSerializable(typeof(DeskConnected))]
[JsonSerializable(typeof(DeskDisconnected))]
[JsonSerializable(typeof(HeartbeatLost))]
[JsonSerializable(typeof(OfferTaken))]
[JsonSerializable(typeof(OfferDeclined))]
[JsonSerializable(typeof(OfferPutDown))]
[JsonSerializable(typeof(AgentNotResponding))]
[JsonSerializable(typeof(WorkStarted))]
[JsonSerializable(typeof(WorkDeclined))]
[JsonSerializable(typeof(WorkMovedToWrapUp))]
[JsonSerializable(typeof(WorkFinished))]
[JsonSerializable(typeof(EmotionalLoadNoted))]
[JsonSerializable(typeof(EmotionalLoadOptedOut))]
[JsonSerializable(typeof(EmotionalLoadOptedIn))]
[JsonSerializable(typeof(CustomerIdentified))]
[JsonSerializable(typeof(CustomerNamed))]
[JsonSerializable(typeof(ContactBegun))]
[JsonSerializable(typeof(ContactServed))]
[JsonSerializable(typeof(ContactConcluded))]
[JsonSerializable(typeof(ExperienceNoted))]
[JsonSerializable(typeof(PolicyAdopted))]
[JsonSerializable(typeof(QueueRetired))]
[JsonSerializable(typeof(SkillDefined))]
[JsonSerializable(typeof(SkillRemoved))]
[JsonSerializable(typeof(PresenceDefined))]
[JsonSerializable(typeof(PresenceRemoved))]
[JsonSerializable(typeof(QueueDefined))]
[JsonSerializable(typeof(QueueRemoved))]
[JsonSerializable(typeof(AgentDefined))]
[JsonSerializable(typeof(AgentRemoved))]
[JsonSerializable(typeof(ChatDefined))]
[JsonSerializable(typeof(ConfigurationApplied))]
[JsonSerializable(typeof(CueAnswerCounted))]
[JsonSerializable(typeof(CueKindSilenced))]
[JsonSerializable(typeof(CueKindRestored))]
internal sealed partial class EventJson : JsonSerializerContext;
