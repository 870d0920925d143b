using SupportGrid.Substitutes.Orleans.Engine.Turns;

namespace SupportGrid.Substitutes.Orleans.Engine.Calls.Enumerations;

/// <summary>A piece of an enumeration's work in its grain. It may wait for long, so nothing waits for it.</summary>
internal sealed class EnumerationStep<TResult>(
    GrainReference target, string name, Func<Mailbox, Task<TResult>> work) : WorkItem
{
    private readonly TaskCompletionSource<TResult> _answer = new();

    internal Task<TResult> Answer => _answer.Task;

    /// <summary>Whether it is the first step, which any activation may take.</summary>
    internal bool IsFirst { get; init; }

    internal override bool AlwaysInterleaves => true;

    internal override bool MayMove => IsFirst;

    internal override string Description => $"{name} on {target.GrainId}";

    internal override void Start(Mailbox mailbox) => _ = Run(mailbox);

    internal override void Reject(Exception error) => _answer.TrySetException(error);

    private async Task Run(Mailbox mailbox)
    {
        try
        {
            _answer.TrySetResult(await work(mailbox));
        }
#pragma warning disable CA1031 // It belongs to the caller.
        catch (Exception error)
#pragma warning restore CA1031
        {
            _answer.TrySetException(error);
        }

        mailbox.Ended(this);
    }
}
