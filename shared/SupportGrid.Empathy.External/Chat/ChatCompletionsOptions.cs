namespace SupportGrid.Empathy.External.Chat;

/// <summary>Where a service is that speaks the chat-completions protocol, and how it is spoken to.</summary>
public sealed record ChatCompletionsOptions
{
    /// <summary>The address before "/chat/completions", such as https://models.example.org/v1.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The model to ask for.</summary>
    public required string Model { get; init; }

    /// <summary>Sent as a bearer token; null: none. Never logged.</summary>
    public string? Key { get; init; }

    /// <summary>Bytes of an answer that are read; a longer one is refused.</summary>
    public int AnswerBytesMax { get; init; } = 65_536;

    /// <summary>Never the key.</summary>
    public override string ToString() => $"{Model} at {Endpoint.GetLeftPart(UriPartial.Authority)}";
}
