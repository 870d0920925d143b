using SupportGrid.Contracts.Events;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Wallboards;
using SupportGrid.EventStore;

namespace SupportGrid.Silo.Wallboards;

/// <summary>Folds what the feed delivers into the board of one tenant.</summary>
internal sealed class BoardProjection(string tenant, IEventCodec codec, Wallboard board, long position)
{
    public Wallboard Board { get; private set; } = board;

    /// <summary>Every event up to here has been looked at.</summary>
    public long Position { get; private set; } = position;

    public void Apply(IReadOnlyList<RecordedEvent> events)
    {
        foreach (var recorded in events)
        {
            if (recorded.Tenant == tenant)
            {
                var body = recorded.Body ?? codec.Decode(recorded.Type, recorded.SchemaVersion, recorded.Data);
                Board = WallboardFold.Apply(Board, Streams.Parse(recorded.Stream).Id, body, recorded.Position);
            }

            Position = recorded.Position;
        }
    }
}
