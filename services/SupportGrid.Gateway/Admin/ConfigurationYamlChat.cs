using SupportGrid.Domain.Configurations;
using SupportGrid.Gateway.Admin.Yaml;

namespace SupportGrid.Gateway.Admin;

/// <summary>Reads and writes who may chat without signing in.</summary>
internal static class ConfigurationYamlChat
{
    public static ChatPolicy Read(YamlPlace place)
    {
        place.AsMapping().Only("queues", "origins", "title", "greeting");
        return new ChatPolicy(
            [.. Texts(place.Field("queues"))],
            [.. Texts(place.Field("origins"))],
            place.Field("title").Text(""),
            place.Field("greeting").Text(""));
    }

    /// <summary>Nothing where nobody said anything.</summary>
    public static void Write(YamlText text, ChatPolicy chat)
    {
        if (chat is { Queues.IsEmpty: true, Origins.IsEmpty: true, Title: "", Greeting: "" })
        {
            return;
        }

        text.Open(0, "chat");
        text.Line(1, "queues", YamlText.List(chat.Queues));
        text.Line(1, "origins", YamlText.List(chat.Origins));
        if (chat.Title.Length > 0)
        {
            text.Line(1, "title", YamlText.Quoted(chat.Title));
        }

        if (chat.Greeting.Length > 0)
        {
            text.Line(1, "greeting", YamlText.Quoted(chat.Greeting));
        }
    }

    private static IEnumerable<string> Texts(YamlPlace place) =>
        place.Items().Select(static i => i.Text("")).Distinct(StringComparer.Ordinal);
}
