namespace SupportGrid.Kernel;

/// <summary>
/// An expected "no": the command was understood, the state does not allow it, nothing changed.
/// </summary>
/// <param name="Code">Stable, machine-readable, UPPER_SNAKE_CASE; it is the reason in google.rpc.ErrorInfo.</param>
/// <param name="Message">One sentence for a person.</param>
[GenerateSerializer, Immutable, Alias("sg.Refusal")]
public sealed record Refusal(string Code, string Message);
