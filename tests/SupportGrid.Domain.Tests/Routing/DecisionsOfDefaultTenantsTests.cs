using System.Security.Cryptography;
using SupportGrid.Domain.Routing;

namespace SupportGrid.Domain.Tests.Routing;

/// <summary>Days that the terms of empathy must not change in any byte while they are off.</summary>
public sealed class DecisionsOfDefaultTenantsTests
{
    private const int Days = 20;
    private const int Steps = 400;

    /// <summary>Of the decisions that the build right before these terms made of the same days.</summary>
    private const string Before = "73eafc5b2aa08848cd02734d36fefdd32dbe3a1293a7dce81e52a7af409e7714";

    [Fact]
    public void With_the_terms_off_every_decision_has_the_bytes_that_it_had_before_there_were_any()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var decided = 0;
        for (var day = 0; day < Days; day++)
        {
            var dice = new Random(day);
            var random = new RandomDay(caring: false);
            for (var step = 0; step < Steps; step++)
            {
                random.Step(dice.Next());
                random.Drive();
            }

            random.Decisions.ForEach(d => hash.AppendData(DecisionCodec.Encode(d)));
            decided += random.Decisions.Count;
        }

        Assert.Equal($"{decided} {Before}", $"{decided} {Convert.ToHexStringLower(hash.GetHashAndReset())}");
    }
}
