using System.Text.Json;
using Microsoft.Extensions.AI;

namespace SupportGrid.Empathy.External.Chat;

/// <summary>Requests and answers of the chat-completions protocol, as far as texts go.</summary>
internal static class ChatCompletionsJson
{
    private const int DepthMax = 16;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = DepthMax };

    public static byte[] Write(string model, IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("model", options?.ModelId ?? model);
            json.WriteStartArray("messages");
            foreach (var message in messages)
            {
                json.WriteStartObject();
                json.WriteString("role", message.Role.Value);
                json.WriteString("content", message.Text);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            WriteOptions(json, options);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <exception cref="ChatServiceException">It is no answer of this protocol.</exception>
    public static ChatResponse Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes, Strict);
            var answer = json.RootElement;
            var choice = answer.GetProperty("choices")[0];
            var text = choice.GetProperty("message").GetProperty("content").GetString()
                ?? throw new ChatServiceException("The service answered without a text.");
            return new ChatResponse(new ChatMessage(ChatRole.Assistant, text))
            {
                ModelId = answer.TryGetProperty("model", out var model) ? model.GetString() : null,
                Usage = UsageOf(answer),
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException
            or IndexOutOfRangeException or FormatException)
        {
            throw new ChatServiceException("The service answered what is none of its protocol.", e);
        }
    }

    private static void WriteOptions(Utf8JsonWriter json, ChatOptions? options)
    {
        if (options?.Temperature is { } temperature)
        {
            json.WriteNumber("temperature", temperature);
        }

        if (options?.MaxOutputTokens is { } tokens)
        {
            json.WriteNumber("max_tokens", tokens);
        }

        if (options?.ResponseFormat is not ChatResponseFormatJson format)
        {
            return;
        }

        json.WriteStartObject("response_format");
        if (format.Schema is { } schema)
        {
            json.WriteString("type", "json_schema");
            json.WriteStartObject("json_schema");
            json.WriteString("name", format.SchemaName ?? "answer");
            json.WriteBoolean("strict", true);
            json.WritePropertyName("schema");
            schema.WriteTo(json);
            json.WriteEndObject();
        }
        else
        {
            json.WriteString("type", "json_object");
        }

        json.WriteEndObject();
    }

    private static UsageDetails? UsageOf(JsonElement answer) =>
        answer.TryGetProperty("usage", out var usage) && usage.ValueKind == JsonValueKind.Object
            ? new UsageDetails
            {
                InputTokenCount = Count(usage, "prompt_tokens"),
                OutputTokenCount = Count(usage, "completion_tokens"),
                TotalTokenCount = Count(usage, "total_tokens"),
            }
            : null;

    /// <summary>
    /// A count that is none is left out: what a service says about its price must not break a reading.
    /// </summary>
    private static long? Count(JsonElement usage, string name) =>
        usage.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt64(out var count)
        && count >= 0
            ? count
            : null;
}
