using System.IO.Pipelines;
using Grpc.Core;
using Grpc.Wire;

namespace Grpc.AspNetCore.Server.Calls;

/// <summary>Takes messages off the request pipe. One read at a time.</summary>
internal sealed class RequestReader(PipeReader pipe, MessageDecoder decoder)
{
    /// <summary>The next message; null at the end of the stream.</summary>
    public async ValueTask<T?> ReadNextAsync<T>(Marshaller<T> marshaller, CancellationToken cancellationToken)
        where T : class
    {
        while (true)
        {
            var result = await ReadAsync(cancellationToken);
            if (TryTake(marshaller, result, out var message))
            {
                return message;
            }

            if (result.IsCompleted)
            {
                return result.Buffer.IsEmpty ? null : throw ReceiveErrors.Incomplete();
            }
        }
    }

    /// <summary>The only message of the stream, once the stream has ended.</summary>
    public async ValueTask<T> ReadSingleAsync<T>(Marshaller<T> marshaller)
        where T : class
    {
        while (true)
        {
            var result = await ReadAsync(CancellationToken.None);
            if (TryTakeOnly(marshaller, result, out var ended) is { } message)
            {
                if (!ended)
                {
                    await ExpectEndAsync();
                }

                return message;
            }

            if (result.IsCompleted)
            {
                throw result.Buffer.IsEmpty ? ReceiveErrors.NoMessage() : ReceiveErrors.Incomplete();
            }
        }
    }

    /// <summary>Text that is none is the client's error, like a broken frame.</summary>
    private async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await pipe.ReadAsync(cancellationToken);
        }
        catch (InvalidDataException)
        {
            throw ReceiveErrors.NoBase64();
        }
    }

    private T? TryTakeOnly<T>(Marshaller<T> marshaller, in ReadResult result, out bool ended)
        where T : class
    {
        if (!TryTake(marshaller, result, out var message, out var rest))
        {
            ended = false;
            return null;
        }

        ended = result.IsCompleted && rest == 0;
        return rest == 0 ? message : throw ReceiveErrors.MoreThanOneMessage();
    }

    private bool TryTake<T>(Marshaller<T> marshaller, in ReadResult result, out T? message)
        where T : class => TryTake(marshaller, result, out message, out _);

    private bool TryTake<T>(Marshaller<T> marshaller, in ReadResult result, out T? message, out long rest)
        where T : class
    {
        var buffer = result.Buffer;
        var taken = false;
        try
        {
            taken = decoder.TryRead(marshaller, ref buffer, out message);
            rest = buffer.Length;
            return taken;
        }
        finally
        {
            // An incomplete message has been examined to its end, so that the next read waits for more.
            pipe.AdvanceTo(buffer.Start, taken ? buffer.Start : buffer.End);
        }
    }

    private async ValueTask ExpectEndAsync()
    {
        while (true)
        {
            var result = await ReadAsync(CancellationToken.None);
            var (empty, completed) = (result.Buffer.IsEmpty, result.IsCompleted);
            pipe.AdvanceTo(result.Buffer.End);
            if (!empty)
            {
                throw ReceiveErrors.MoreThanOneMessage();
            }

            if (completed)
            {
                return;
            }
        }
    }
}
