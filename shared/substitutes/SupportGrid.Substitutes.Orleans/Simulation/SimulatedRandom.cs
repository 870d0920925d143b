namespace SupportGrid.Substitutes.Orleans.Simulation;

/// <summary>Random numbers that depend on the seed alone, in every version of the framework (SplitMix64).</summary>
public sealed class SimulatedRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>A number from 0 to <paramref name="limit"/> - 1.</summary>
    public int Next(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return (int)(((NextBits() >> 32) * (ulong)limit) >> 32);
    }

    /// <summary>A number from <paramref name="from"/> to <paramref name="limit"/> - 1.</summary>
    public int Next(int from, int limit) => from + Next(limit - from);

    /// <summary>True with the given probability.</summary>
    public bool Chance(double probability) => (NextBits() >> 11) * (1.0 / (1UL << 53)) < probability;

    /// <summary>A random item.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    /// <summary>An independent source of numbers that depends on this one's state.</summary>
    public SimulatedRandom Fork() => new(NextBits());
}
