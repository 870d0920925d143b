using SupportGrid.EventStore;

namespace SupportGrid.Gateway.Live.Log;

/// <summary>Reads the body of an event that came from disk; old schema versions are brought up to date.</summary>
public delegate object EventDecoder(RecordedEvent recorded);
