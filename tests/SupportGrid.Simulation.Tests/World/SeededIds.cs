using SupportGrid.EventSourcing;
using SupportGrid.Substitutes.Orleans.Simulation;

namespace SupportGrid.Simulation.Tests.World;

/// <summary>Ids that depend on the seed alone.</summary>
internal sealed class SeededIds(SimulatedRandom random) : IEventIds
{
    public Guid Next(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, random.NextBits());
        BitConverter.TryWriteBytes(bytes[8..], random.NextBits());
        return new Guid(bytes);
    }
}
