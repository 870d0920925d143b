using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace SupportGrid.Empathy.External.Chat;

/// <summary>
/// A chat client for services that speak the chat-completions protocol over HTTP, as most hosts of models do. One
/// request a call, no repeats, no redirects, and never more of an answer in memory than allowed.
/// </summary>
public sealed class ChatCompletionsClient : IChatClient
{
    private const string ProviderName = "chat-completions";

    private readonly ChatCompletionsOptions _options;
    private readonly HttpClient _http;
    private readonly ChatClientMetadata _metadata;
    private readonly Uri _address;

    public ChatCompletionsClient(ChatCompletionsOptions options)
    {
        _options = options;
        _metadata = new ChatClientMetadata(ProviderName, options.Endpoint, options.Model);
        _address = new Uri(options.Endpoint.AbsoluteUri.TrimEnd('/') + "/chat/completions");

        // Redirects would take texts and key to where nobody said they may go, and ids of traces are nobody else's
        // business. Time limits are the caller's.
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <exception cref="ChatServiceException">The service failed.</exception>
    /// <exception cref="HttpRequestException">The service was not reached.</exception>
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _address)
        {
            Content = new ByteArrayContent(ChatCompletionsJson.Write(_options.Model, messages, options))
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
            },
        };
        if (_options.Key is { } key)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        using var response = await _http.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new ChatServiceException($"The service answered with status {(int)response.StatusCode}.");
        }

        return ChatCompletionsJson.Read(await ReadAsync(response, cancellationToken));
    }

    /// <summary>The whole answer at once: nobody here reads half an answer.</summary>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var response = await GetResponseAsync(messages, options, cancellationToken);
        foreach (var update in response.ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is not null ? null
        : serviceType == typeof(ChatClientMetadata) ? _metadata
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    public void Dispose() => _http.Dispose();

    private async Task<ReadOnlyMemory<byte>> ReadAsync(
        HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var buffer = new byte[_options.AnswerBytesMax + 1];
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return read > _options.AnswerBytesMax
            ? throw new ChatServiceException($"The answer has more than {_options.AnswerBytesMax} bytes.")
            : buffer.AsMemory(0, read);
    }
}
