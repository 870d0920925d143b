using SupportGrid.Replay.Conversations;

namespace SupportGrid.Replay.Playing;

/// <summary>
/// Who speaks next in a conversation. How far it has come is read off the transcript, so both sides find their place
/// again after any break.
/// </summary>
/// <param name="customerLeaves">Whether the customer goes away if there is nobody at once.</param>
public sealed class Script(Conversation conversation, bool customerLeaves = false)
{
    public Conversation Conversation { get; } = conversation;

    public bool CustomerLeaves => customerLeaves;

    public int Length => Conversation.Turns.Count;

    public bool IsOver(int said) => said >= Length;

    public bool CustomerIsNext(int said) => !IsOver(said) && Conversation.Turns[said].ByCustomer;

    public bool AgentIsNext(int said) => !IsOver(said) && !Conversation.Turns[said].ByCustomer;

    public string TextOf(int turn) => Conversation.Turns[turn].Text;

    /// <summary>Recorded time between the turn before and this one.</summary>
    public TimeSpan PauseBefore(int turn) =>
        turn == 0 ? TimeSpan.Zero : Conversation.Turns[turn].At - Conversation.Turns[turn - 1].At;
}
