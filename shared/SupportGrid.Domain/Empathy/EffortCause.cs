namespace SupportGrid.Domain.Empathy;

/// <summary>
/// What makes a conversation hard for the customer, known without reading feelings. Names are persisted.
/// </summary>
public enum EffortCause
{
    RepeatedContacts = 1,
    Reopened = 2,
    Transferred = 3,
    SwitchedChannel = 4,
    AskedWhoAgain = 5,
    Restates = 6,
    QuestionUnanswered = 7,
    SlowReply = 8,
    LongSilence = 9,
    AgentMonologue = 10,
    SameAnswerAgain = 11,
    AskedForHuman = 12,
    AskedForManager = 13,
    AskedForRefund = 14,
    NamedRegulator = 15,
}
