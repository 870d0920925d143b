using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace SupportGrid.Empathy.External.Reading;

/// <summary>
/// Asks a chat model: within a time limit, so many at once, and not at all for a while after it failed too often. What
/// the model answers is taken only if it has exactly the form that was asked for.
/// </summary>
/// <remarks>
/// The answers of a model that the service delivers do not count as its failures: nobody who writes strange texts can
/// switch the service off for others.
/// </remarks>
public sealed class ChatBrain : IEmpathyBrain, IDisposable
{
    private readonly IChatClient _client;
    private readonly ExternalBrainOptions _options;
    private readonly ExternalBrainMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly ReadingQuestion _question;
    private readonly SemaphoreSlim _calls;
    private readonly ResiliencePipeline _pipeline;
    private int _inside;

    /// <param name="client">Stays the caller's.</param>
    public ChatBrain(IChatClient client, ExternalBrainOptions options, ExternalBrainMetrics metrics, TimeProvider time)
    {
        (_client, _options, _metrics, _time) = (client, options, metrics, time);
        _question = new ReadingQuestion(options, metrics);
        _calls = new SemaphoreSlim(options.CallsMax);
        _pipeline = BuildPipeline(options, time);
    }

    public string Name => _options.Name;

    public async Task<ReadingResult> ReadAsync(TurnToRead turn, CancellationToken cancellationToken)
    {
        var begun = _time.GetTimestamp();
        var result = await ReadBoundedAsync(turn, cancellationToken);
        var took = _time.GetElapsedTime(begun);
        _metrics.Ended(Name, result.Outcome, took);
        return result with { Took = took };
    }

    public void Dispose() => _calls.Dispose();

    private async Task<ReadingResult> ReadBoundedAsync(TurnToRead turn, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _inside) > _options.CallsMax + _options.WaitingMax)
        {
            Interlocked.Decrement(ref _inside);
            return ReadingResult.Without(ReadingOutcome.Busy);
        }

        try
        {
            var messages = _question.MessagesFor(turn);
            var answer = await _pipeline.ExecuteAsync(
                async (all, stop) => await AskAsync(all, stop), messages, cancellationToken);
            return Take(answer);
        }
        catch (Exception e) when (OutcomeOf(e, cancellationToken) is { } outcome)
        {
            return ReadingResult.Without(outcome);
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
        }
    }

    private async Task<ChatResponse> AskAsync(ChatMessage[] messages, CancellationToken cancellationToken)
    {
        await _calls.WaitAsync(cancellationToken);
        _metrics.Called(Name, 1);
        try
        {
            return await _client.GetResponseAsync(messages, _question.Options(), cancellationToken);
        }
        finally
        {
            _metrics.Called(Name, -1);
            _calls.Release();
        }
    }

    /// <summary>An answer is paid for whether or not it can be used.</summary>
    private ReadingResult Take(ChatResponse answer)
    {
        var usage = UsageOf(answer.Usage);
        try
        {
            return new ReadingResult(
                ReadingOutcome.Read, ReadingAnswer.Parse(answer.Text, _options.AnswerCharactersMax), usage);
        }
        catch (InvalidAnswerException)
        {
            return ReadingResult.Without(ReadingOutcome.Invalid, usage);
        }
    }

    private ReadingUsage? UsageOf(UsageDetails? usage)
    {
        if (usage is not { InputTokenCount: { } input, OutputTokenCount: { } output })
        {
            return null;
        }

        _metrics.Spent(Name, "input", input, input * _options.CostPerMillionInputTokens / 1e6);
        _metrics.Spent(Name, "output", output, output * _options.CostPerMillionOutputTokens / 1e6);
        return new ReadingUsage(input, output);
    }

    /// <summary>Null: the caller went away, which is nobody's failure.</summary>
    private static ReadingOutcome? OutcomeOf(Exception error, CancellationToken cancellationToken) => error switch
    {
        _ when cancellationToken.IsCancellationRequested => null,
        RegexMatchTimeoutException => ReadingOutcome.Unredacted,
        TimeoutRejectedException => ReadingOutcome.TimedOut,
        BrokenCircuitException => ReadingOutcome.CircuitOpen,
        _ => ReadingOutcome.Failed,
    };

    private static ResiliencePipeline BuildPipeline(ExternalBrainOptions options, TimeProvider time) =>
        new ResiliencePipelineBuilder { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = options.BreakFailuresPercent / 100.0,
                MinimumThroughput = options.BreakCallsMin,
                SamplingDuration = TimeSpan.FromSeconds(options.BreakWindowSeconds),
                BreakDuration = TimeSpan.FromSeconds(options.BreakSeconds),
                ShouldHandle = new PredicateBuilder()
                    .Handle<Exception>(static e => e is not OperationCanceledException),
            })
            .AddTimeout(TimeSpan.FromMilliseconds(options.TimeLimitMs))
            .Build();
}
