namespace SupportGrid.Domain.Tests.Worlds;

/// <summary>
/// The reactions of one stream. They are carried out in order and at least once: what was carried out but not yet
/// acknowledged when the process dies is carried out again, in order.
/// </summary>
internal sealed class Post
{
    private readonly List<Reaction> _reactions = [];
    private int _next;
    private int _acknowledged;

    public bool IsEmpty => _next == _reactions.Count;

    public void Add(IEnumerable<Reaction> reactions) => _reactions.AddRange(reactions);

    public Reaction? TakeNext() => IsEmpty ? null : _reactions[_next++];

    public void Acknowledge() => _acknowledged = _next;

    public void Crash() => _next = _acknowledged;

    /// <summary>One that was carried out before, however long ago.</summary>
    public Reaction? TakeStale(int pick) => _next == 0 ? null : _reactions[pick % _next];
}
