using System.Diagnostics.CodeAnalysis;

namespace SupportGrid.Client.Tests.Support;

/// <summary>One stream as the server's script drives it.</summary>
public sealed class Streaming(Func<string, string, Task> show, CancellationToken gone)
{
    private readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Sends one response: a name to know it by, and its cursor.</summary>
    public Task ShowAsync(string name, string cursor = "") => show(name, cursor);

    /// <summary>Nothing more, until the client goes.</summary>
    [SuppressMessage("Usage", "VSTHRD003", Justification = "The token completes it.")]
    public async Task StayAsync()
    {
        await using var registration = gone.Register(_gone.SetResult);
        await _gone.Task;
    }
}
