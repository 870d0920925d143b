namespace SupportGrid.Train.Data;

/// <summary>A file is not what its format says. The message names file, line and rule, never the text.</summary>
public sealed class DataException(string message) : Exception(message);
