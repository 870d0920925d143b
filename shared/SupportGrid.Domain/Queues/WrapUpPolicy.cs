using System.Collections.Immutable;

namespace SupportGrid.Domain.Queues;

/// <summary>Work after contact.</summary>
/// <param name="Limit">For <see cref="WrapUpMode.Timed"/>: after this the interaction closes by itself.</param>
/// <param name="Codes">Allowed outcome codes; empty: any code of 1 to 64 characters.</param>
[GenerateSerializer, Immutable, Alias("sg.WrapUpPolicy")]
public sealed record WrapUpPolicy(WrapUpMode Mode, TimeSpan Limit, ImmutableArray<string> Codes)
{
    public static WrapUpPolicy Default { get; } = new(WrapUpMode.Optional, TimeSpan.FromMinutes(2), []);
}

/// <summary>Names are persisted.</summary>
public enum WrapUpMode
{
    /// <summary>The interaction closes when the contact ends.</summary>
    None = 1,

    /// <summary>The agent may enter a code or close without one; no time limit.</summary>
    Optional = 2,

    /// <summary>As optional, and after the limit it closes by itself with the code <c>timeout</c>.</summary>
    Timed = 3,

    /// <summary>It closes only with a code; no time limit.</summary>
    Forced = 4,
}
