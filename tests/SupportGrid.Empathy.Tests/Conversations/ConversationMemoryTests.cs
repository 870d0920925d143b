using SupportGrid.Empathy.Conversations;

namespace SupportGrid.Empathy.Tests.Conversations;

public sealed class ConversationMemoryTests
{
    [Theory]
    [InlineData("order number 10327740 of last week", "order number 10327466 of last week", 0)]
    [InlineData("order number 10327740 of last week", "the order number 10327740 of last week", 1)]
    [InlineData("#E-s[x]#E-s[x]#E-s[x]", "#E-s[x]#E-s[x]#E-s[x]", 0)]
    [InlineData("我的退款还没有到账，请尽快处理", "我的退款还没有到账，请尽快处理吧", 1)]
    public void Another_number_is_news_and_emoticons_say_nothing(string first, string second, int restatements)
    {
        var memory = new ConversationMemory();
        memory.CustomerSaid(first);
        memory.CustomerSaid(second);
        Assert.Equal(restatements, memory.Facts.Restatements);
    }

    [Fact]
    public void Saying_the_same_again_is_restating()
    {
        var memory = new ConversationMemory();
        memory.CustomerSaid("My parcel has not arrived yet");
        memory.AgentSaid("Which parcel?");
        Assert.True(
            memory.OverlapsOf("my parcel has still not arrived yet").Trigrams > ConversationMemory.RestatedAbove);
        memory.CustomerSaid("my parcel has still not arrived yet");
        memory.CustomerSaid("Something quite different now");
        Assert.Equal(1, memory.Facts.Restatements);
    }

    [Fact]
    public void A_turn_is_compared_with_the_last_six_only()
    {
        var memory = new ConversationMemory();
        memory.CustomerSaid("the blue kettle leaks at the bottom");
        for (var i = 0; i < ConversationMemory.EarlierMax; i++)
        {
            memory.CustomerSaid($"{(char)('a' + i)}{(char)('p' + i)}");
        }

        Assert.True(memory.OverlapsOf("the blue kettle leaks at the bottom").Words < .1f);
    }

    [Fact]
    public void A_question_is_unanswered_when_the_customer_has_to_write_again()
    {
        var memory = new ConversationMemory();
        memory.CustomerSaid("When does it come?");
        memory.CustomerSaid("hello");
        memory.AgentSaid("Tomorrow.");
        memory.CustomerSaid("And the second one?");
        memory.AgentSaid("On Friday.");
        memory.CustomerSaid("fine");
        Assert.Equal(1, memory.Facts.UnansweredQuestions);
        Assert.Equal(1, memory.UnansweredRun);
    }

    [Fact]
    public void The_same_answer_twice_is_a_loop()
    {
        var memory = new ConversationMemory();
        memory.AgentSaid("Please restart the router and wait.");
        memory.CustomerSaid("I did");
        memory.AgentSaid("Please restart the router and wait.");
        Assert.Equal(1, memory.Facts.RepeatedAnswers);
    }

    [Fact]
    public void Asking_who_somebody_is_counts_from_the_second_time()
    {
        var memory = new ConversationMemory();
        memory.AgentSaid("May I have your order number?");
        Assert.Equal(0, memory.Facts.RepeatedIdentityQuestions);
        memory.AgentSaid("What is your account number please?");
        Assert.Equal(1, memory.Facts.RepeatedIdentityQuestions);
    }

    [Fact]
    public void Plain_demands_are_facts()
    {
        var memory = new ConversationMemory();
        memory.CustomerSaid("I want to talk to a human");
        memory.CustomerSaid("我要投诉，退款");
        Assert.True(memory.Facts is { AskedForHuman: true, AskedForManager: true, AskedForRefund: true, NamedRegulator: false });
    }

    [Fact]
    public void What_is_kept_of_a_huge_turn_is_bounded()
    {
        var memory = new ConversationMemory();
        memory.AgentSaid(new string('x', 1_000_000));
        memory.CustomerSaid(new string('y', 1_000_000));
        Assert.InRange(memory.PreviousAgent.Length, 1, 8_192);
        Assert.InRange(memory.PreviousCustomer.Length, 1, 8_192);
    }
}
