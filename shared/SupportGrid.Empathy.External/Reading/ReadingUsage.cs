namespace SupportGrid.Empathy.External.Reading;

/// <summary>What the service says that a question has used.</summary>
public sealed record ReadingUsage(long InputTokens, long OutputTokens);
