namespace SupportGrid.Contracts.Grains;

/// <summary>A state as of one version of its stream.</summary>
/// <param name="Position">Position of the stream's last event in the log; 0 if there is none.</param>
[GenerateSerializer, Immutable, Alias("sg.Reading`1")]
public sealed record Reading<TState>(TState State, long Version, long Position);
