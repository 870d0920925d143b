using System.Text.Json;

namespace SupportGrid.Replay.Checking;

/// <summary>An event as the events service gives it.</summary>
internal readonly record struct LoggedEvent(string Type, JsonElement Data)
{
    public string Text(string property) => Data.GetProperty(property).GetString() ?? "";

    public int Number(string property) => Data.GetProperty(property).GetInt32();
}
