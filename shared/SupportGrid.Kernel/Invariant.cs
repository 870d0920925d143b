using System.Diagnostics.CodeAnalysis;

namespace SupportGrid.Kernel;

/// <summary>Checks that stay on in production: a broken one is a bug of ours, never bad input.</summary>
public static class Invariant
{
    public static void Holds([DoesNotReturnIf(false)] bool condition, string claim)
    {
        if (!condition)
        {
            throw new InvariantBrokenException(claim);
        }
    }
}

/// <summary>A claim that must always hold did not; the message is the claim.</summary>
[GenerateSerializer, Alias("sg.InvariantBrokenException")]
public sealed class InvariantBrokenException(string claim) : Exception($"Invariant broken: {claim}");
