using System.Collections.Immutable;

namespace SupportGrid.Domain.Queues;

/// <summary>A queue: its policy in force and the versions before.</summary>
[GenerateSerializer, Immutable, Alias("sg.QueueState")]
public abstract record QueueState
{
    private QueueState()
    {
    }

    [GenerateSerializer, Immutable, Alias("sg.QueueState.Undefined")]
    public sealed record Undefined : QueueState
    {
        public static Undefined Instance { get; } = new();
    }

    /// <param name="Earlier">
    /// Versions that decisions may still name, oldest first, at most <see cref="EarlierMax"/>.
    /// </param>
    [GenerateSerializer, Immutable, Alias("sg.QueueState.Defined")]
    public sealed record Defined(QueuePolicy Policy, ImmutableList<QueuePolicy> Earlier, bool Retired) : QueueState
    {
        /// <summary>Earlier versions kept in the state; the log keeps all.</summary>
        public const int EarlierMax = 20;
    }
}
