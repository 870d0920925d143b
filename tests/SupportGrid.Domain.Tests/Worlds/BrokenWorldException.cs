namespace SupportGrid.Domain.Tests.Worlds;

/// <summary>A check failed in a world; the message tells what happened in it.</summary>
internal sealed class BrokenWorldException(IEnumerable<string> story, Exception broken)
    : Exception($"{broken.Message}\nafter\n{string.Join('\n', story)}", broken);
