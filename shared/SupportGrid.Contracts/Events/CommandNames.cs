using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Customers;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Queues;

namespace SupportGrid.Contracts.Events;

/// <summary>
/// Names of commands inside reactions. Persisted while a reaction is pending, so a build must read what the one before
/// it wrote: a name is never given to another command.
/// </summary>
internal static class CommandNames
{
    /// <summary>The member that names a command's class.</summary>
    public const string Discriminator = "type";

    public static ImmutableArray<JsonDerivedType> OfAgents { get; } =
    [
        new(typeof(AdoptProfile), "AdoptProfile"),
        new(typeof(RetireProfile), "RetireProfile"),
        new(typeof(SignIn), "SignIn"),
        new(typeof(SignOut), "SignOut"),
        new(typeof(ChangePresence), "ChangePresence"),
        new(typeof(ConnectDesk), "ConnectDesk"),
        new(typeof(DisconnectDesk), "DisconnectDesk"),
        new(typeof(EndGrace), "EndGrace"),
        new(typeof(TakeOffer), "TakeOffer"),
        new(typeof(PutDownOffer), "PutDownOffer"),
        new(typeof(StartWork), "StartWork"),
        new(typeof(MoveWorkToWrapUp), "MoveWorkToWrapUp"),
        new(typeof(FinishWork), "FinishWork"),
        new(typeof(NoteHardSpell), "NoteHardSpell"),
        new(typeof(ChooseEmotionalLoad), "ChooseEmotionalLoad"),
    ];

    public static ImmutableArray<JsonDerivedType> OfInteractions { get; } =
    [
        new(typeof(OpenInteraction), "OpenInteraction"),
        new(typeof(SayMessage), "SayMessage"),
        new(typeof(AnswerCue), "AnswerCue"),
        new(typeof(ReviseReading), "ReviseReading"),
        new(typeof(IssueOffer), "IssueOffer"),
        new(typeof(AcceptOffer), "AcceptOffer"),
        new(typeof(RejectOffer), "RejectOffer"),
        new(typeof(ExpireOffer), "ExpireOffer"),
        new(typeof(RescindOffer), "RescindOffer"),
        new(typeof(LoseAgent), "LoseAgent"),
        new(typeof(HoldInteraction), "HoldInteraction"),
        new(typeof(RetrieveInteraction), "RetrieveInteraction"),
        new(typeof(TransferInteraction), "TransferInteraction"),
        new(typeof(PrioritiseInteraction), "PrioritiseInteraction"),
        new(typeof(SwitchChannel), "SwitchChannel"),
        new(typeof(LeaveInteraction), "LeaveInteraction"),
        new(typeof(EndContact), "EndContact"),
        new(typeof(CompleteWrapUp), "CompleteWrapUp"),
        new(typeof(ExpireWrapUp), "ExpireWrapUp"),
        new(typeof(ReopenInteraction), "ReopenInteraction"),
        new(typeof(RateInteraction), "RateInteraction"),
    ];

    public static ImmutableArray<JsonDerivedType> OfCustomers { get; } =
    [
        new(typeof(IdentifyCustomer), "IdentifyCustomer"),
        new(typeof(BeginContact), "BeginContact"),
        new(typeof(NoteService), "NoteService"),
        new(typeof(ConcludeContact), "ConcludeContact"),
        new(typeof(NoteExperience), "NoteExperience"),
    ];

    public static ImmutableArray<JsonDerivedType> OfQueues { get; } =
    [
        new(typeof(AdoptPolicy), "AdoptPolicy"),
        new(typeof(RetireQueue), "RetireQueue"),
    ];

    public static ImmutableArray<JsonDerivedType> OfCueLedgers { get; } =
    [
        new(typeof(CountCueAnswer), "CountCueAnswer"),
        new(typeof(RestoreCueKind), "RestoreCueKind"),
        new(typeof(RestoreCueKinds), "RestoreCueKinds"),
    ];

    /// <summary>The commands of one family; empty for a type that is no family.</summary>
    public static ImmutableArray<JsonDerivedType> Of(Type family) =>
        family == typeof(AgentCommand) ? OfAgents
        : family == typeof(InteractionCommand) ? OfInteractions
        : family == typeof(CustomerCommand) ? OfCustomers
        : family == typeof(QueueCommand) ? OfQueues
        : family == typeof(CueLedgerCommand) ? OfCueLedgers
        : [];
}
