namespace SupportGrid.Empathy.Friction;

/// <summary>What makes a conversation hard for the customer. Names are stable: cues and logs hold them.</summary>
public enum FrictionCause
{
    RepeatedContacts,
    Reopened,
    Transferred,
    SwitchedChannel,
    AskedWhoAgain,
    Restates,
    QuestionUnanswered,
    SlowReply,
    LongSilence,
    AgentMonologue,
    SameAnswerAgain,
    AskedForHuman,
    AskedForManager,
    AskedForRefund,
    NamedRegulator,
}
