using System.Collections.Immutable;
using System.Diagnostics;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Queues;
using SupportGrid.Empathy.External;
using SupportGrid.Empathy.External.Reading;
using EmotionLabels = SupportGrid.Empathy.External.Reading.EmotionLabels;

namespace SupportGrid.Silo.Empathy.External;

/// <summary>
/// Has one turn read outside and revises its reading. Asked once and never again, whatever comes of it.
/// </summary>
internal sealed class ExternalTurnReader(
    IEmpathyBrain brain,
    ExternalModelOptions options,
    ExternalBrainOptions limits,
    ExternalBudget budget,
    ExternalModelMetrics metrics,
    IGrainFactory grains,
    TimeProvider time)
{
    /// <summary>Source of the spans; they carry no text, no name and no id of a customer.</summary>
    public const string SourceName = "SupportGrid.ExternalModel";

    /// <summary>Labels below this, in permille, are left out, as of the built-in reading.</summary>
    private const int ListedFrom = 300;

    /// <summary>From here on, in permille, a label holds: these models have no thresholds of their own.</summary>
    private const int HoldsFrom = 500;

    private static readonly ActivitySource Source = new(SourceName);

    /// <exception cref="OperationCanceledException">The host stops.</exception>
    public async Task<ExternalOutcome> ReadAsync(ExternalTurn turn, CancellationToken stop)
    {
        using var span = Source.StartActivity("ReadExternally", ActivityKind.Client, turn.Cause);
        var outcome = await AskAsync(turn, span, stop);
        span?.SetTag("supportgrid.outcome", outcome.ToString());
        span?.SetTag("supportgrid.brain", options.Name);
        span?.SetTag("gen_ai.request.model", options.Model);
        return outcome;
    }

    private async Task<ExternalOutcome> AskAsync(ExternalTurn turn, Activity? span, CancellationToken stop)
    {
        if (time.GetUtcNow() - turn.At > EmpathyLimits.RevisableFor)
        {
            return ExternalOutcome.TooOld;
        }

        ImmutableArray<string> names;
        try
        {
            if (!await IsAllowedAsync(turn))
            {
                return ExternalOutcome.Withdrawn;
            }

            names = await NamesAsync(turn);
        }
        catch (Exception) when (!stop.IsCancellationRequested)
        {
            // Without the names nothing leaves.
            return ExternalOutcome.Unreachable;
        }

        var most = ExternalPrice.MostOf(turn, options, limits.TextCharactersMax, limits.AnswerTokensMax);
        if (budget.TryReserve(most) is not { } reserve)
        {
            return ExternalOutcome.BudgetUsedUp;
        }

        var cost = most;
        try
        {
            var before = turn.Before.Select(static m => new TurnBefore(m.From == Party.Customer, m.Text));
            var result = await brain.ReadAsync(new TurnToRead(turn.Text, [.. before], names), stop);
            cost = CostOf(result, most);
            span?.SetTag("gen_ai.usage.input_tokens", result.Usage?.InputTokens);
            span?.SetTag("gen_ai.usage.output_tokens", result.Usage?.OutputTokens);
            return result.Reading is { } reading
                ? await ReviseAsync(turn, CommandOf(turn, reading, result, cost), stop)
                : OutcomeOf(result.Outcome);
        }
        finally
        {
            budget.Settle(reserve, cost);
        }
    }

    /// <summary>
    /// What the queue's policy says now, and not only when the interaction came to it: who takes a consent back means
    /// at once.
    /// </summary>
    private async Task<bool> IsAllowedAsync(ExternalTurn turn)
    {
        var queue = await grains.GetGrain<IQueueGrain>(GrainKeys.Of(turn.Tenant, turn.Queue)).Read();
        return queue.State is QueueState.Defined { Policy.Empathy: { Cues: true, ExternalModel: true } };
    }

    /// <summary>Of the customer, and of the agents who spoke: they are taken out of the texts.</summary>
    private async Task<ImmutableArray<string>> NamesAsync(ExternalTurn turn)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        names.Add(turn.CustomerName);
        var agents = turn.Before.Where(static m => m.From == Party.Agent).Select(static m => m.Author);
        foreach (var agent in agents.Distinct(StringComparer.Ordinal))
        {
            var reading = await grains.GetGrain<IAgentGrain>(GrainKeys.Of(turn.Tenant, agent)).Read();
            names.Add(agent);
            names.Add(reading.State switch
            {
                AgentSession.SignedOff s => s.Profile.DisplayName,
                AgentSession.SignedOn s => s.Profile.DisplayName,
                _ => agent,
            });
        }

        return names.ToImmutable();
    }

    /// <summary>Where the service may have worked and does not say how much, it is taken for the most.</summary>
    private long CostOf(ReadingResult result, long most) => result switch
    {
        { Usage: { } usage } => ExternalPrice.Of(usage, options),
        { Outcome: ReadingOutcome.Busy or ReadingOutcome.CircuitOpen or ReadingOutcome.Unredacted } => 0,
        _ => most,
    };

    private ReviseReading CommandOf(ExternalTurn turn, ExternalReading reading, ReadingResult result, long cost) => new(
        turn.MessageId,
        new RevisedReading(
            options.Name,
            options.Model,
            Permille(reading.Negative),
            EmotionsOf(reading),
            Permille(reading.Abuse),
            Permille(reading.Dissatisfied),
            Permille(reading.Satisfied)),
        new ReadingPrice(result.Took, result.Usage?.InputTokens ?? 0, result.Usage?.OutputTokens ?? 0, cost),
        default);

    /// <summary>The request id is the turn's, so that even a second word about it is one revision.</summary>
    private async Task<ExternalOutcome> ReviseAsync(ExternalTurn turn, ReviseReading command, CancellationToken stop)
    {
        try
        {
            var reply = await grains.GetGrain<IInteractionGrain>(GrainKeys.Of(turn.Tenant, turn.Interaction))
                .Execute(command, new CommandMeta($"external-reading:{turn.Sequence}", null, "", null));
            if (reply.Refusal is not null)
            {
                return ExternalOutcome.Settled;
            }

            metrics.Revised(time.GetUtcNow() - turn.At);
            return ExternalOutcome.Revised;
        }
        catch (Exception) when (!stop.IsCancellationRequested)
        {
            return ExternalOutcome.Unreachable;
        }
    }

    private static ImmutableArray<LabelScore> EmotionsOf(ExternalReading reading) =>
    [
        .. EmotionLabels.All.Select(l => (Label: l, Permille: Permille(reading.Of(l))))
            .Select(static s => new LabelScore(s.Label, s.Permille, s.Permille >= HoldsFrom))
            .Where(static s => s.Label != Domain.Empathy.EmotionLabels.Neutral && s.Permille >= ListedFrom)
            .OrderByDescending(static s => s.Permille)
            .ThenBy(static s => s.Label, StringComparer.Ordinal)
            .Take(EmpathyLimits.EmotionsMax),
    ];

    private static int Permille(float share) =>
        (int)Math.Round(Math.Clamp(share, 0, 1) * (double)EmpathyLimits.Permille, MidpointRounding.AwayFromZero);

    private static ExternalOutcome OutcomeOf(ReadingOutcome outcome) => outcome switch
    {
        ReadingOutcome.TimedOut => ExternalOutcome.TimedOut,
        ReadingOutcome.Invalid => ExternalOutcome.Invalid,
        ReadingOutcome.Busy => ExternalOutcome.Busy,
        ReadingOutcome.CircuitOpen => ExternalOutcome.CircuitOpen,
        ReadingOutcome.Unredacted => ExternalOutcome.Unredacted,
        _ => ExternalOutcome.Failed,
    };
}
