using System.Collections.Concurrent;

namespace SupportGrid.Replay.Playing;

/// <summary>
/// The scripts in play by the subject under which their interaction was opened: it tells the agents what to answer.
/// </summary>
public sealed class ScriptBook(string run)
{
    private readonly ConcurrentDictionary<string, Script> _scripts = new();

    public string Run { get; } = run;

    /// <summary>The subject of a conversation's interaction.</summary>
    public string SubjectOf(string conversation) => $"{Run}/{conversation}";

    public string Add(Script script)
    {
        var subject = SubjectOf(script.Conversation.Id);
        return _scripts.TryAdd(subject, script)
            ? subject
            : throw new ArgumentException($"Conversation {script.Conversation.Id} is there twice.", nameof(script));
    }

    public Script? Find(string subject) => _scripts.GetValueOrDefault(subject);
}
