using System.Text.Json;

namespace SupportGrid.Replay.Conversations;

/// <summary>
/// The known formats, told apart by their properties: our own (turns with "from"), dialogues with rated turns (turns
/// with "role", as published for MultiWOZ, Schema-Guided, ReDial and CCPE), and exchanges ("exchanges" of user and
/// system, as published for JDDC).
/// </summary>
public static class ConversationFormats
{
    /// <summary>A turn of a rated dialogue that holds the rating of the whole and was never said.</summary>
    private const string OverallRating = "OVERALL";

    /// <exception cref="FormatException">It is none of them; the message says what is missing.</exception>
    public static Conversation Parse(JsonElement line)
    {
        if (line.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("a conversation is a JSON object.");
        }

        var id = Text(line, "id");
        if (line.TryGetProperty("exchanges", out var exchanges))
        {
            return new Conversation(id, "zh", id, Paced(FromExchanges(exchanges)));
        }

        if (!line.TryGetProperty("turns", out var turns) || turns.ValueKind != JsonValueKind.Array)
        {
            throw new FormatException("neither \"turns\" nor \"exchanges\" is there.");
        }

        var rated = turns.EnumerateArray().Any(t => t.TryGetProperty("role", out _));
        return rated
            ? new Conversation(id, "en", id, Paced(FromRatedTurns(turns)))
            : new Conversation(
                id, TextOr(line, "language", "en"), TextOr(line, "subject", id), Timed(FromRecordedTurns(turns)));
    }

    private static IEnumerable<(bool ByCustomer, string Text)> FromExchanges(JsonElement exchanges)
    {
        foreach (var exchange in exchanges.EnumerateArray())
        {
            yield return (true, Text(exchange, "user"));

            // Empty where the customer wrote again before the agent answered.
            yield return (false, Text(exchange, "system"));
        }
    }

    private static IEnumerable<(bool ByCustomer, string Text)> FromRatedTurns(JsonElement turns) =>
        turns.EnumerateArray()
            .Select(t => (ByCustomer: Text(t, "role") == "USER", Text: Text(t, "text")))
            .Where(t => t.Text != OverallRating);

    private static IEnumerable<(bool ByCustomer, string Text, double? AtMs)> FromRecordedTurns(JsonElement turns)
    {
        foreach (var turn in turns.EnumerateArray())
        {
            var from = Text(turn, "from");
            if (from is not ("customer" or "agent"))
            {
                throw new FormatException($"\"from\" is \"customer\" or \"agent\", not \"{from}\".");
            }

            double? at = turn.TryGetProperty("at_ms", out var ms) ? ms.GetDouble() : null;
            yield return (from == "customer", Text(turn, "text"), at);
        }
    }

    private static Turn[] Paced(IEnumerable<(bool ByCustomer, string Text)> turns) =>
        Timed(turns.Select(t => (t.ByCustomer, t.Text, (double?)null)));

    /// <summary>Turns without a time get one from how long they take to read and write.</summary>
    private static Turn[] Timed(IEnumerable<(bool ByCustomer, string Text, double? AtMs)> turns)
    {
        var clock = TimeSpan.Zero;
        var result = new List<Turn>();
        foreach (var (byCustomer, text, atMs) in turns)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            clock = atMs is { } ms ? TimeSpan.FromMilliseconds(Math.Max(ms, clock.TotalMilliseconds)) : clock + TypingTime(text);
            result.Add(new Turn(byCustomer, text.Trim(), clock));
        }

        return [.. result];
    }

    /// <summary>A second to think and 60 ms a character, at most a minute: an ordinary typist.</summary>
    private static TimeSpan TypingTime(string text) =>
        TimeSpan.FromMilliseconds(Math.Min(1_000 + (60 * text.Length), 60_000));

    private static string Text(JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new FormatException($"\"{property}\" is missing or is no text.");

    private static string TextOr(JsonElement element, string property, string otherwise) =>
        element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : otherwise;
}
