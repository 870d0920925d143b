namespace SupportGrid.Domain.Tests.Samples;

/// <summary>The clock of the scenarios.</summary>
internal static class Instants
{
    public static DateTimeOffset Noon { get; } = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Seconds after noon.</summary>
    public static DateTimeOffset T(double seconds) => Noon.AddSeconds(seconds);
}
