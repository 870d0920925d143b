namespace SupportGrid.Empathy.External.Reading;

/// <summary>A model answered something else than what it was asked for. The message never quotes the answer.</summary>
internal sealed class InvalidAnswerException(string message) : Exception(message);
