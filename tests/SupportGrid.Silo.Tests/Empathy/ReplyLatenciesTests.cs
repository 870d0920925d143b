using System.Collections.Immutable;
using SupportGrid.Domain;
using SupportGrid.Domain.Interactions;
using SupportGrid.Silo.Empathy;
using SupportGrid.Silo.Tests.Hosting;

namespace SupportGrid.Silo.Tests.Empathy;

public sealed class ReplyLatenciesTests
{
    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    [Fact]
    public void ShareFaster_BelowEnoughReplies_SaysNothing()
    {
        var latencies = new ReplyLatencies();
        for (var i = 0; i < ReplyLatencies.RepliesMin - 1; i++)
        {
            latencies.Note("acme", "billing", Seconds(1));
        }

        Assert.Equal(0, latencies.ShareFaster("acme", "billing", Seconds(600)));
        latencies.Note("acme", "billing", Seconds(1));
        Assert.Equal(1, latencies.ShareFaster("acme", "billing", Seconds(600)));
    }

    [Fact]
    public void ShareFaster_OfAQueue_IsAboutItsOwnReplies()
    {
        var latencies = new ReplyLatencies();
        for (var i = 1; i <= 100; i++)
        {
            latencies.Note("acme", "billing", Seconds(i));
            latencies.Note("acme", "orders", Seconds(1_000));
        }

        Assert.InRange(latencies.ShareFaster("acme", "billing", Seconds(50)), .35, .55);
        Assert.Equal(0, latencies.ShareFaster("acme", "orders", Seconds(50)));
        Assert.Equal(0, latencies.ShareFaster("other", "billing", Seconds(50)));
    }

    [Fact]
    public void ShareFaster_AfterManySlowReplies_FadesTheOldOnes()
    {
        var latencies = new ReplyLatencies();
        for (var i = 0; i < 20_000; i++)
        {
            latencies.Note("acme", "billing", Seconds(i < 5_000 ? 5 : 300));
        }

        Assert.True(latencies.ShareFaster("acme", "billing", Seconds(200)) < .1);
    }

    [Fact]
    public void ReplyTimes_CountFromTheFirstWordThatWaits()
    {
        var transcript = Transcript(
            (Party.Customer, 0), (Party.Customer, 10), (Party.Agent, 30), (Party.Agent, 40), (Party.Customer, 50));

        Assert.Equal(Seconds(15), ReplyTimes.OfNext(transcript, Given.Noon.AddSeconds(65)));
        Assert.Null(ReplyTimes.OfNext(transcript.RemoveAt(4), Given.Noon.AddSeconds(65)));
        Assert.Null(ReplyTimes.LastOf(transcript));
        Assert.Equal(Seconds(30), ReplyTimes.LastOf(transcript.RemoveAt(3)));
        Assert.Null(ReplyTimes.LastOf([]));
    }

    private static ImmutableList<Message> Transcript(params (Party From, double At)[] said) =>
    [
        .. said.Select((s, i) =>
            new Message(i + 1, $"m{i}", s.From, "x", "…", Channel.Chat, Given.Noon.AddSeconds(s.At))),
    ];
}
