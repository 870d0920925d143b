using Orleans.Concurrency;
using SupportGrid.Domain.Wallboards;

namespace SupportGrid.Contracts.Grains;

/// <summary>
/// The live board of one tenant: a fold of the log, kept by this actor so that readers need not start at zero.
/// </summary>
[Alias("sg.IWallboardGrain")]
public interface IWallboardGrain : IGrainWithStringKey
{
    /// <summary>The board and the log position up to which it is folded.</summary>
    [ReadOnly]
    [Alias("Read")]
    Task<BoardReading> Read();
}

/// <summary>A board as of one position of the log.</summary>
[GenerateSerializer, Immutable, Alias("sg.BoardReading")]
public sealed record BoardReading(Wallboard Board, long Position);
