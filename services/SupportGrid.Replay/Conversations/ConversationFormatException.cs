namespace SupportGrid.Replay.Conversations;

/// <summary>A conversation file that cannot be read; the message names file, line and rule.</summary>
public sealed class ConversationFormatException(string file, int line, string rule)
    : Exception($"{file}, line {line}: {rule}");
