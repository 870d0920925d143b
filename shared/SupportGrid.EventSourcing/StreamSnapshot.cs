namespace SupportGrid.EventSourcing;

/// <summary>
/// An actor's state as of one version of its stream, kept as ordinary grain state. It only saves reading: a snapshot
/// that is missing, of another format or damaged costs a longer read of the log and nothing else.
/// </summary>
[GenerateSerializer, Alias("sg.StreamSnapshot")]
public sealed class StreamSnapshot
{
    /// <summary>Format of <see cref="State"/>; 0: nothing written yet.</summary>
    [Id(0)]
    public int Format { get; set; }

    [Id(1)]
    public long Version { get; set; }

    [Id(2)]
    public long Position { get; set; }

    /// <summary>The state as JSON.</summary>
    [Id(3)]
    public string State { get; set; } = "";

    [Id(4)]
    public List<JournalEntry> Journal { get; set; } = [];
}
