using System.Text.Json;
using Orleans.Storage;
using SupportGrid.EventStore;

namespace SupportGrid.Silo;

/// <summary>
/// Grain state in the store's snapshots, as JSON. The name of the state alone tells classes apart, so it is unique per
/// grain class.
/// </summary>
/// <remarks>A write on a tag that is not the stored one throws <see cref="InconsistentStateException"/>.</remarks>
internal sealed class SnapshotStorage(ISnapshotStore snapshots) : IGrainStorage
{
    /// <summary>The name under which grains ask for it.</summary>
    public const string Name = "snapshots";

    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var stored = await snapshots.ReadAsync(stateName, KeyOf(grainId));
        grainState.RecordExists = stored is not null;
        grainState.ETag = stored?.ETag;
        grainState.State = stored is null ? Activator.CreateInstance<T>() : Parse<T>(stored.Data);
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var data = JsonSerializer.SerializeToUtf8Bytes(grainState.State);
        switch (await snapshots.WriteAsync(stateName, KeyOf(grainId), data, grainState.ETag))
        {
            case SnapshotWriteResult.Written written:
                grainState.ETag = written.ETag;
                grainState.RecordExists = true;
                break;
            case SnapshotWriteResult.Conflict conflict:
                throw Inconsistent(stateName, conflict, grainState.ETag);
        }
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (await snapshots.ClearAsync(stateName, KeyOf(grainId), grainState.ETag) is { } conflict)
        {
            throw Inconsistent(stateName, conflict, grainState.ETag);
        }

        grainState.ETag = null;
        grainState.RecordExists = false;
        grainState.State = Activator.CreateInstance<T>();
    }

    private static string KeyOf(GrainId grainId) => grainId.Key.ToString() ?? "";

    private static T Parse<T>(ReadOnlyMemory<byte> data) =>
        JsonSerializer.Deserialize<T>(data.Span) ?? throw new JsonException("The stored state is null.");

    private static InconsistentStateException Inconsistent(
        string stateName, SnapshotWriteResult.Conflict conflict, string? expected) =>
        new($"Another activation wrote the state \"{stateName}\" in between.", conflict.ActualETag, expected);
}
