using System.Reflection;

namespace SupportGrid.Replay.Conversations;

/// <summary>The conversations that ship with the project, written for it.</summary>
public static class DemoConversations
{
    public static List<Conversation> All { get; } = [.. Load()];

    private static IEnumerable<Conversation> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("Demo.", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var whole = new MemoryStream();
            stream.CopyTo(whole);
            whole.Position = 0;
            foreach (var conversation in ConversationFiles.Read(whole, name))
            {
                yield return conversation;
            }
        }
    }
}
