using System.Text.RegularExpressions;
using static SupportGrid.Domain.Configurations.ConfigurationLimits;

namespace SupportGrid.Domain.Configurations;

/// <summary>What the chat of guests must satisfy.</summary>
internal static partial class ChatRules
{
    public static void Check(ChatPolicy chat, Configuration wanted, Problems problems)
    {
        for (var i = 0; i < chat.Queues.Length; i++)
        {
            problems.Unless(
                wanted.Queues.ContainsKey(chat.Queues[i]),
                $"chat/queues/{i + 1}",
                "The configuration has no such queue.");
        }

        problems.Unless(
            chat.Origins.Length <= ChatOriginsMax, "chat/origins", $"There are at most {ChatOriginsMax} origins.");
        for (var i = 0; i < chat.Origins.Length; i++)
        {
            problems.Unless(
                chat.Origins[i].Length <= ChatOriginLengthMax && OriginForm().IsMatch(chat.Origins[i]),
                $"chat/origins/{i + 1}",
                "An origin reads https://host or https://host:port, in lower case; http only for localhost.");
        }

        problems.Unless(
            chat.Title.Length <= ChatTitleLengthMax,
            "chat/title",
            $"A title has at most {ChatTitleLengthMax} characters.");
        problems.Unless(
            chat.Greeting.Length <= ChatGreetingLengthMax,
            "chat/greeting",
            $"A greeting has at most {ChatGreetingLengthMax} characters.");
    }

    /// <summary>It goes into a header: nothing but a scheme, a host and a port.</summary>
    [GeneratedRegex(
        "^(https://[a-z0-9]([a-z0-9.-]*[a-z0-9])?|http://(localhost|127\\.0\\.0\\.1))(:[0-9]{1,5})?\\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex OriginForm();
}
