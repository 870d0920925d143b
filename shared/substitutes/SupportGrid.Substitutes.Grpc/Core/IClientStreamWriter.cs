namespace Grpc.Core;

/// <summary>The requests of a streaming call.</summary>
public interface IClientStreamWriter<in T> : IAsyncStreamWriter<T>
{
    /// <summary>Says that no more requests follow. Once, and only after the last write completed.</summary>
    Task CompleteAsync();
}
