using Microsoft.Extensions.AI;
using SupportGrid.Empathy.External.Tests.Support;

namespace SupportGrid.Silo.Tests.Empathy.External;

/// <summary>A client that somebody else wrote, for another protocol; it needs no network at all.</summary>
internal sealed class OwnClient : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, Answers.Good)));

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Nobody here reads half an answer.");

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
