using SupportGrid.Empathy.Analysis;
using SupportGrid.Empathy.Conversations;
using SupportGrid.Empathy.Text;

namespace SupportGrid.Empathy.Tests.Analysis;

/// <summary>
/// Alone on the machine: when two threads run one rule at the same moment, the runtime gives one of them a short-lived
/// runner.
/// </summary>
[Collection("Alone")]
public sealed class AllocationTests
{
    private static readonly EmpathyAnalyser Analyser = new(EmpathyModels.Shipped);

    [Fact]
    public void Reading_allocates_nothing_once_the_buffers_have_grown()
    {
        string[] texts =
        [
            "I'm STILL waiting for a reply, this is the third time I call and nobody helps!!",
            "Thanks, that was lovely 😀",
            "我已经等了三天了，还没发货，到底怎么回事？",
            new string('a', 3_000) + " worried",
        ];
        var reading = new CustomerReading();
        var agent = new AgentReading();
        var memory = new ConversationMemory();
        memory.CustomerSaid("I'm waiting for a reply");
        memory.AgentSaid("Unfortunately there is none");
        Read(20);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(500);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Read(int times)
        {
            for (var i = 0; i < times; i++)
            {
                foreach (var text in texts)
                {
                    Analyser.Read(text, memory, Language.English, reading);
                    Analyser.Read(text, memory, Language.English, agent);
                }
            }
        }
    }
}

[CollectionDefinition("Alone", DisableParallelization = true)]
public sealed class AloneCollection;
