using System.Collections.Concurrent;
using System.Globalization;
using SupportGrid.Substitutes.Orleans.Engine.Copying;

namespace Orleans.Storage;

/// <summary>A store in memory. It dies with the process.</summary>
internal sealed class MemoryGrainStorage : IGrainStorage
{
    private readonly ConcurrentDictionary<(string StateName, GrainId GrainId), Record> _records = new();
    private long _lastVersion;

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var found = _records.TryGetValue((stateName, grainId), out var record);
        grainState.RecordExists = found;
        grainState.ETag = found ? record!.ETag : null;
        grainState.State = found ? DeepCopy.Of((T)record!.State!) : Activator.CreateInstance<T>();
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var next = new Record(DeepCopy.Of(grainState.State), NextETag());
        Replace((stateName, grainId), grainState.ETag, next);
        grainState.ETag = next.ETag;
        grainState.RecordExists = true;
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        Replace((stateName, grainId), grainState.ETag, null);
        grainState.ETag = null;
        grainState.RecordExists = false;
        grainState.State = Activator.CreateInstance<T>();
        return Task.CompletedTask;
    }

    private string NextETag() => Interlocked.Increment(ref _lastVersion).ToString(CultureInfo.InvariantCulture);

    private void Replace((string StateName, GrainId GrainId) key, string? expected, Record? next)
    {
        _records.TryGetValue(key, out var stored);
        if (stored?.ETag != expected || !TryReplace(key, stored, next))
        {
            throw new InconsistentStateException(
                $"State '{key.StateName}' of {key.GrainId} was changed by another writer.", stored?.ETag, expected);
        }
    }

    private bool TryReplace((string StateName, GrainId GrainId) key, Record? stored, Record? next) =>
        (stored, next) switch
        {
            (null, null) => true,
            (null, not null) => _records.TryAdd(key, next),
            (not null, null) => _records.TryRemove(new KeyValuePair<(string, GrainId), Record>(key, stored)),
            (not null, not null) => _records.TryUpdate(key, next, stored),
        };

    private sealed record Record(object? State, string ETag);
}
