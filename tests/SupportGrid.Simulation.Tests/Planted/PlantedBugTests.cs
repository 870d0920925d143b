using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Interactions;
using SupportGrid.Simulation.Tests.Checkers;
using SupportGrid.Simulation.Tests.World;

namespace SupportGrid.Simulation.Tests.Planted;

/// <summary>
/// Every checker finds its bug. Where the rules themselves would stop the bug, it is planted in a true log afterwards.
/// </summary>
public sealed class PlantedBugTests
{
    private const ulong Seed = 0x5EED_0001;

    [Fact]
    public async Task A_true_history_has_nothing_wrong() => Assert.Empty(All.Check(await HistoryAsync()));

    [Fact]
    public async Task Nobody_is_lost_finds_forgotten_reactions()
    {
        // Whether a forgotten word is missed depends on what comes after it; among these runs it is.
        var wrong = 0;
        for (var seed = Seed; seed < Seed + 10; seed++)
        {
            var (history, _) = await Run.OfAsync(seed, new ForgetfulReactions());
            wrong += new NobodyIsLost().Check(history).Count();
        }

        Assert.NotEqual(0, wrong);
    }

    [Fact]
    public async Task Nobody_is_lost_finds_an_interaction_that_never_ends()
    {
        var history = await HistoryAsync();
        var closed = history.Log.Last(e => e.Body is InteractionClosed);

        Assert.NotEmpty(new NobodyIsLost().Check(history with { Log = [.. history.Log.Where(e => e != closed)] }));
    }

    [Fact]
    public async Task One_agent_at_a_time_finds_a_second_assignment()
    {
        var history = await HistoryAsync();
        var connected = history.Log.First(e => e.Body is AgentConnected);
        var second = connected with { Body = (AgentConnected)connected.Body with { Agent = "another" } };

        Assert.NotEmpty(new OneAgentAtATime().Check(history with { Log = Insert(history.Log, connected, second) }));
    }

    [Fact]
    public async Task One_agent_at_a_time_finds_a_fence_that_does_not_grow()
    {
        var history = await HistoryAsync();
        var log = history.Log
            .Select(e => e.Body is OfferIssued offer ? e with { Body = offer with { Fence = 1 } } : e)
            .ToArray();

        Assert.NotEmpty(new OneAgentAtATime().Check(history with { Log = log }));
    }

    [Fact]
    public async Task Nobody_is_overloaded_finds_work_beyond_capacity()
    {
        var history = await HistoryAsync();
        var started = history.Log.First(e => e.Body is WorkStarted);
        var item = ((WorkStarted)started.Body).Item;
        var more = Enumerable.Range(0, 5)
            .Select(i => started with { Body = new WorkStarted(item with { Offer = $"x-{i}", Interaction = $"x-{i}" }, started.At) })
            .ToArray();

        Assert.NotEmpty(new NobodyIsOverloaded().Check(history with { Log = Insert(history.Log, started, more) }));
    }

    [Fact]
    public async Task One_effect_per_request_finds_a_second_effect()
    {
        var history = await HistoryAsync();
        var said = history.Log.First(e => e is { Body: MessageSaid { Sequence: > 1 }, RequestId: not null });
        var again = said with { Version = said.Version + 7, At = said.At.AddSeconds(1) };

        Assert.NotEmpty(new OneEffectPerRequest().Check(history with { Log = [.. history.Log, again] }));
    }

    [Fact]
    public async Task One_effect_per_request_finds_a_different_answer()
    {
        var history = await HistoryAsync();
        var opened = history.Answers.First(a => a is { Command: OpenRequest, Refusal: null });
        var other = opened with { Version = opened.Version + 1 };

        Assert.NotEmpty(new OneEffectPerRequest().Check(history with { Answers = [.. history.Answers, other] }));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(+600)]
    public async Task Timers_keep_time_finds_an_expiry_at_the_wrong_time(int seconds)
    {
        var history = await HistoryAsync();
        var issued = history.Log.First(e => e.Body is OfferIssued);
        var until = ((OfferIssued)issued.Body).Until;
        var expired = new LoggedEvent(
            issued.Stream, issued.Version + 1, until.AddSeconds(seconds), null, new OfferExpired("o", "a", until));

        Assert.NotEmpty(new TimersKeepTime().Check(history with { Log = Insert(history.Log, issued, expired) }));
    }

    [Fact]
    public async Task One_revision_per_reading_finds_a_second_one()
    {
        var history = await HistoryAsync();
        var revised = history.Log.First(e => e.Body is ReadingRevised);
        var again = revised with { Version = revised.Version + 1 };

        Assert.NotEmpty(new OneRevisionPerReading().Check(history with { Log = Insert(history.Log, revised, again) }));
    }

    [Fact]
    public async Task One_revision_per_reading_finds_a_late_one()
    {
        var history = await HistoryAsync();
        var log = history.Log.Select(e => e.Body is ReadingRevised ? e with { At = e.At.AddSeconds(61) } : e).ToArray();

        Assert.NotEmpty(new OneRevisionPerReading().Check(history with { Log = log }));
    }

    private static async Task<History> HistoryAsync() => (await Run.OfAsync(Seed)).History;

    private static LoggedEvent[] Insert(IEnumerable<LoggedEvent> log, LoggedEvent after, params LoggedEvent[] added) =>
        [.. log.SelectMany(e => e == after ? [e, .. added] : new[] { e })];
}
