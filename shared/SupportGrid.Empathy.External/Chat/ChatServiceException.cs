namespace SupportGrid.Empathy.External.Chat;

/// <summary>
/// The service answered with an error, or with what is none of its protocol. The message never quotes it.
/// </summary>
public sealed class ChatServiceException(string message, Exception? inner = null) : Exception(message, inner);
