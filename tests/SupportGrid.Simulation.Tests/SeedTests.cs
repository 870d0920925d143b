using System.Globalization;
using SupportGrid.Simulation.Tests.Checkers;
using SupportGrid.Simulation.Tests.World;

namespace SupportGrid.Simulation.Tests;

/// <summary>
/// Runs of the actors with their reactions, timers and recovery over the real store, each decided by its seed:
/// processes die, words between actors come late and twice, appends are slow or fail before or after they took effect.
/// The gateway, its streams, the network and steps of the clock are not part of them. Replay one with
/// <c>SG_SEED=0x… dotnet test tests/SupportGrid.Simulation.Tests --filter Replay</c>; run more with
/// <c>SG_SEEDS=2000</c>.
/// </summary>
public sealed class SeedTests
{
    private const int SeedsDefault = 200;
    private const int Batch = 10;

    public static TheoryData<ulong> Batches { get; } = [.. BatchStarts()];

    [Theory]
    [MemberData(nameof(Batches))]
    public async Task Seeds_Hold(ulong first)
    {
        for (var seed = first; seed < first + Batch; seed++)
        {
            await HoldsAsync(seed, detectsEscapes: false);
        }
    }

    [Fact]
    public async Task Replay()
    {
        if (Environment.GetEnvironmentVariable("SG_SEED") is { Length: > 0 } text)
        {
            await HoldsAsync(Parse(text), detectsEscapes: true);
        }
    }

    [Theory]
    [InlineData(0xA11CEUL)]
    [InlineData(0xB0BUL)]
    public async Task Same_seed_gives_the_same_run(ulong seed)
    {
        var (one, oneTrace) = await Run.OfAsync(seed, detectsEscapes: true);
        var (two, twoTrace) = await Run.OfAsync(seed, detectsEscapes: true);

        Assert.Equal(oneTrace, twoTrace);
        Assert.Equal(one.Log.Select(e => $"{e.Stream} {e.Version} {e.At:O}"), two.Log.Select(e => $"{e.Stream} {e.Version} {e.At:O}"));
    }

    private static async Task HoldsAsync(ulong seed, bool detectsEscapes)
    {
        IReadOnlyList<string> wrong;
        try
        {
            wrong = All.Check((await Run.OfAsync(seed, detectsEscapes: detectsEscapes)).History);
        }
        catch (Exception e)
        {
            wrong = [e.ToString()];
        }

        Assert.True(
            wrong.Count == 0,
            $"Seed 0x{seed:X}: {string.Join('\n', wrong.Take(10))}\nReplay: SG_SEED=0x{seed:X} dotnet test "
                + "tests/SupportGrid.Simulation.Tests --filter Replay");
    }

    private static IEnumerable<ulong> BatchStarts()
    {
        var seeds = int.TryParse(Environment.GetEnvironmentVariable("SG_SEEDS"), CultureInfo.InvariantCulture, out var asked)
            ? asked
            : SeedsDefault;
        for (var first = 0; first < seeds; first += Batch)
        {
            yield return 0x5EED_0000UL + (ulong)first;
        }
    }

    private static ulong Parse(string text) => text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
        ? ulong.Parse(text.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
        : ulong.Parse(text, CultureInfo.InvariantCulture);
}
