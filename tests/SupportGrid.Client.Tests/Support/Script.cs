using System.Collections.Concurrent;
using Grpc.Core;
using SupportGrid.Api.V1;

namespace SupportGrid.Client.Tests.Support;

/// <summary>What the server does, call by call; a call that nobody has planned fails the test that made it.</summary>
public sealed class Script
{
    private readonly ConcurrentQueue<Func<SignInRequest, ServerCallContext, Task<SignInResponse>>> _signIns = new();
    private readonly ConcurrentQueue<Func<Streaming, Task>> _streams = new();

    /// <summary>Request ids of every try, in order.</summary>
    public ConcurrentQueue<string> RequestIds { get; } = new();

    /// <summary>
    /// The cursor that every stream was opened with, in order; of an interaction with its id before it.
    /// </summary>
    public ConcurrentQueue<string> Cursors { get; } = new();

    /// <summary>The authorization of every call, in order.</summary>
    public ConcurrentQueue<string> Authorizations { get; } = new();

    public Script Answers(Func<SignInRequest, ServerCallContext, Task<SignInResponse>> answer)
    {
        _signIns.Enqueue(answer);
        return this;
    }

    public Script Answers(long version) =>
        Answers((_, _) => Task.FromResult(new SignInResponse { Receipt = new Receipt { Version = version } }));

    public Script Fails(RpcException error, int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            Answers((_, _) => throw error);
        }

        return this;
    }

    public Script Streams(Func<Streaming, Task> stream)
    {
        _streams.Enqueue(stream);
        return this;
    }

    /// <summary>
    /// A stream that shows these agents ("name" or "name@cursor") and then ends with this error, or stays open.
    /// </summary>
    public Script Streams(RpcException? end, params string[] agents) => Streams(async stream =>
    {
        foreach (var agent in agents)
        {
            var parts = agent.Split('@');
            await stream.ShowAsync(parts[0], parts.Length > 1 ? parts[1] : "");
        }

        await (end is null ? stream.StayAsync() : throw end);
    });

    internal Task<SignInResponse> SignInAsync(SignInRequest request, ServerCallContext context)
    {
        Note(context);
        RequestIds.Enqueue(request.RequestId);
        return _signIns.TryDequeue(out var answer) ? answer(request, context) : throw Unplanned();
    }

    internal Task StreamAsync(string cursor, ServerCallContext context, Func<string, string, Task> show)
    {
        Note(context);
        Cursors.Enqueue(cursor);
        return _streams.TryDequeue(out var stream)
            ? stream(new Streaming(show, context.CancellationToken))
            : throw Unplanned();
    }

    private void Note(ServerCallContext context) =>
        Authorizations.Enqueue(context.RequestHeaders.GetValue("authorization") ?? "");

    private static RpcException Unplanned() => Errors.Of(StatusCode.Internal, "UNPLANNED");
}
