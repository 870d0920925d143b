namespace SupportGrid.Gateway.Tests.Live.Record;

/// <summary>A stream whatever its responses are.</summary>
internal interface IClientStream : IDisposable
{
    Task Ended { get; }

    int LeaveAfter { get; set; }

    IReadOnlyList<Seen> Seen { get; }

    Task<IReadOnlyList<Seen>> WhenAsync(Func<IReadOnlyList<Seen>, bool> condition, string awaited);

    Task LeaveAsync();
}
