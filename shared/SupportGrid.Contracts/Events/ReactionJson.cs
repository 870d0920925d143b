using System.Text.Json.Serialization;
using SupportGrid.Domain;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Customers;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Queues;

namespace SupportGrid.Contracts.Events;

/// <summary>
/// How reactions look in the outbox. As events do; the classes of the commands inside are listed so that the reader
/// finds them by their discriminator (see <see cref="ReactionCodec"/>).
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(TellItemWaiting))]
[JsonSerializable(typeof(TellItemGone))]
[JsonSerializable(typeof(TellAgentAvailability))]
[JsonSerializable(typeof(TellPolicy))]
[JsonSerializable(typeof(TellAgent))]
[JsonSerializable(typeof(TellInteraction))]
[JsonSerializable(typeof(TellCustomer))]
[JsonSerializable(typeof(TellQueue))]
[JsonSerializable(typeof(TellCueLedger))]
[JsonSerializable(typeof(AdoptProfile))]
[JsonSerializable(typeof(RetireProfile))]
[JsonSerializable(typeof(SignIn))]
[JsonSerializable(typeof(SignOut))]
[JsonSerializable(typeof(ChangePresence))]
[JsonSerializable(typeof(ConnectDesk))]
[JsonSerializable(typeof(DisconnectDesk))]
[JsonSerializable(typeof(EndGrace))]
[JsonSerializable(typeof(TakeOffer))]
[JsonSerializable(typeof(PutDownOffer))]
[JsonSerializable(typeof(StartWork))]
[JsonSerializable(typeof(MoveWorkToWrapUp))]
[JsonSerializable(typeof(FinishWork))]
[JsonSerializable(typeof(NoteHardSpell))]
[JsonSerializable(typeof(ChooseEmotionalLoad))]
[JsonSerializable(typeof(OpenInteraction))]
[JsonSerializable(typeof(SayMessage))]
[JsonSerializable(typeof(AnswerCue))]
[JsonSerializable(typeof(ReviseReading))]
[JsonSerializable(typeof(IssueOffer))]
[JsonSerializable(typeof(AcceptOffer))]
[JsonSerializable(typeof(RejectOffer))]
[JsonSerializable(typeof(ExpireOffer))]
[JsonSerializable(typeof(RescindOffer))]
[JsonSerializable(typeof(LoseAgent))]
[JsonSerializable(typeof(HoldInteraction))]
[JsonSerializable(typeof(RetrieveInteraction))]
[JsonSerializable(typeof(TransferInteraction))]
[JsonSerializable(typeof(PrioritiseInteraction))]
[JsonSerializable(typeof(SwitchChannel))]
[JsonSerializable(typeof(LeaveInteraction))]
[JsonSerializable(typeof(EndContact))]
[JsonSerializable(typeof(CompleteWrapUp))]
[JsonSerializable(typeof(ExpireWrapUp))]
[JsonSerializable(typeof(ReopenInteraction))]
[JsonSerializable(typeof(RateInteraction))]
[JsonSerializable(typeof(IdentifyCustomer))]
[JsonSerializable(typeof(BeginContact))]
[JsonSerializable(typeof(NoteService))]
[JsonSerializable(typeof(ConcludeContact))]
[JsonSerializable(typeof(NoteExperience))]
[JsonSerializable(typeof(AdoptPolicy))]
[JsonSerializable(typeof(RetireQueue))]
[JsonSerializable(typeof(CountCueAnswer))]
[JsonSerializable(typeof(RestoreCueKind))]
[JsonSerializable(typeof(RestoreCueKinds))]
internal sealed partial class ReactionJson : JsonSerializerContext;
