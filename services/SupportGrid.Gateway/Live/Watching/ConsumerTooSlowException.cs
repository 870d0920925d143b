namespace SupportGrid.Gateway.Live.Watching;

/// <summary>The client did not take a response within the time that a write may last.</summary>
internal sealed class ConsumerTooSlowException() : Exception("The client did not take a response in time.");
