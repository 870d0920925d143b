using System.Net;

namespace SupportGrid.Substitutes.Grpc.Tests.Support;

/// <summary>A request body that stops in the middle until the test lets it go on.</summary>
internal sealed class HeldBody(byte[] first) : HttpContent
{
    private readonly TaskCompletionSource _released = new();

    public void Release() => _released.TrySetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(first);
        await stream.FlushAsync();
        await _released.Task;
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
