using SupportGrid.Contracts.Events;
using SupportGrid.EventStore;

namespace SupportGrid.Gateway.Live.Log;

/// <summary>An event on its way to streams. Live ones are shared between all streams that want them.</summary>
public sealed class LiveEvent(RecordedEvent recorded, IEventCodec codec)
{
    private object? _body = recorded.Body;

    public RecordedEvent Recorded { get; } = recorded;

    public long Position => Recorded.Position;

    public string Stream => Recorded.Stream;

    public long Version => Recorded.Version;

    /// <summary>
    /// The domain event. Decoded on first use; two readers at once may decode it twice, to equal values.
    /// </summary>
    public object Body => _body ??= codec.Decode(Recorded.Type, Recorded.SchemaVersion, Recorded.Data);

    /// <summary>
    /// The state of the event's entity right after it, where a projection that several streams share has folded it;
    /// null otherwise. Set before any stream sees the event.
    /// </summary>
    public object? StateAfter { get; internal set; }

    /// <summary>The state right before it; there whenever <see cref="StateAfter"/> is.</summary>
    public object? StateBefore { get; internal set; }

    /// <summary>A response part that several streams show alike: the first to make it leaves it here.</summary>
    internal object? SharedPart { get; set; }
}
