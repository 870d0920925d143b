using SupportGrid.Replay.Conversations;

namespace SupportGrid.Replay.Tests.Conversations;

public sealed class PublishedSetsTests
{
    [PublishedSetsTheory]
    [InlineData("mwoz", 812, 17_862)]
    [InlineData("sgd", 900, 23_096)]
    [InlineData("redial", 1_000, 21_451)]
    [InlineData("ccpe", 500, 11_936)]
    [InlineData("jddc_train", 264, 7_188)]
    [InlineData("jddc_dev", 66, 1_856)]
    public void Read_PublishedSet_HasAllConversationsAndTurns(string set, int conversations, int turns)
    {
        var read = ConversationFiles.Read(Path.Combine(PublishedSets.Folder!, set + ".jsonl.gz")).ToList();
        Assert.Equal((conversations, turns), (read.Count, read.Sum(c => c.Turns.Count)));
        Assert.Equal(conversations, read.Select(c => c.Id).Distinct().Count());
    }
}
