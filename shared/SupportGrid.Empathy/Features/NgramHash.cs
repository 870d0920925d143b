namespace SupportGrid.Empathy.Features;

/// <summary>
/// The hash of n-grams. What it yields is part of the model format: a change makes every model file worthless, so
/// golden values pin it.
/// </summary>
public static class NgramHash
{
    public const uint Seed = 0x811c9dc5;
    private const uint Prime = 0x01000193;

    /// <summary>Adds a UTF-16 code unit (FNV-1a, a unit at a time).</summary>
    public static uint Add(uint hash, char unit) => (hash ^ unit) * Prime;

    /// <summary>Adds a whole token that was hashed before; order matters.</summary>
    public static uint Join(uint hash, uint token) => (uint.RotateLeft(hash, 5) ^ token) * 0x9e3779b1;

    /// <summary>Spreads the bits, so that the low ones may serve as a bucket.</summary>
    public static uint Finish(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * 0x7feb352d;
        hash = (hash ^ (hash >> 15)) * 0x846ca68b;
        return hash ^ (hash >> 16);
    }

    public static uint Of(ReadOnlySpan<char> text)
    {
        var hash = Seed;
        foreach (var unit in text)
        {
            hash = Add(hash, unit);
        }

        return hash;
    }
}
