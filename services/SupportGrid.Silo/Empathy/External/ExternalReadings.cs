using System.Threading.Channels;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SupportGrid.Empathy.External;
using SupportGrid.Empathy.External.Reading;

namespace SupportGrid.Silo.Empathy.External;

/// <summary>Turns that wait to be read outside, and who has them read: so many at once, so many in line.</summary>
/// <remarks>
/// Nothing of it is durable: after a restart what was outstanding is not asked again, and the built-in readings stand.
/// A turn is taken off the line before it is asked about, so that none is asked about twice.
/// </remarks>
internal sealed class ExternalReadings : BackgroundService, IExternalReader
{
    private readonly ExternalModelOptions _options;
    private readonly Channel<ExternalTurn> _waiting;
    private readonly ExternalBrainMetrics _brainMetrics = new();
    private readonly ExternalModelMetrics _metrics;
    private readonly ExternalNotes _notes;
    private readonly IChatClient _client;
    private readonly ChatBrain _brain;
    private readonly ExternalTurnReader _reader;
    private readonly ILogger _log;

    /// <param name="client">Becomes this object's own.</param>
    public ExternalReadings(
        ExternalModelOptions options,
        IChatClient client,
        IGrainFactory grains,
        TimeProvider time,
        ILogger<ExternalReadings> log)
    {
        (_options, _client, _log) = (options, client, log);
        _waiting = Channel.CreateBounded<ExternalTurn>(options.WaitingMax);
        var limits = LimitsOf(options);
        var budget = new ExternalBudget(Millionths(options.BudgetPerHour), Millionths(options.BudgetPerDay), time);
        _metrics = new ExternalModelMetrics(budget, () => _waiting.Reader.Count);
        _notes = new ExternalNotes(log, time);
        _brain = new ChatBrain(_client, limits, _brainMetrics, time);
        _reader = new ExternalTurnReader(_brain, options, limits, budget, _metrics, grains, time);
    }

    public void Offer(ExternalTurn turn)
    {
        if (_options.Allows(turn.Tenant, turn.Queue) && !_waiting.Writer.TryWrite(turn))
        {
            End(ExternalOutcome.QueueFull);
        }
    }

    public override void Dispose()
    {
        _brain.Dispose();
        _client.Dispose();
        _metrics.Dispose();
        _brainMetrics.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        SiloLog.ExternalModelOn(_log, _options.Name, _options.Model, _options.Endpoint!.Authority);
        return Task.WhenAll(Enumerable.Range(0, _options.CallsMax).Select(_ => WorkAsync(stoppingToken)));
    }

    private async Task WorkAsync(CancellationToken stop)
    {
        try
        {
            await foreach (var turn in _waiting.Reader.ReadAllAsync(stop))
            {
                End(await ReadAsync(turn, stop));
            }
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            // Whatever it was: the host stops, and what was outstanding is not asked again.
        }
    }

    /// <summary>A turn that breaks something of ours must not keep the others from being read.</summary>
    private async Task<ExternalOutcome> ReadAsync(ExternalTurn turn, CancellationToken stop)
    {
        try
        {
            return await _reader.ReadAsync(turn, stop);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            SiloLog.ExternalReadingBroke(_log, e);
            return ExternalOutcome.Failed;
        }
    }

    private void End(ExternalOutcome outcome)
    {
        _metrics.Ended(outcome);
        _notes.Note(outcome);
    }

    private static ExternalBrainOptions LimitsOf(ExternalModelOptions options) => new()
    {
        Name = options.Name,
        TimeLimitMs = options.TimeLimitMs,
        CallsMax = options.CallsMax,
        TurnsBeforeMax = ExternalTurn.TurnsBeforeMax,
        SendSchema = options.SendSchema,
        CostPerMillionInputTokens = options.PricePerMillionInputTokens,
        CostPerMillionOutputTokens = options.PricePerMillionOutputTokens,
    };

    private static long Millionths(double units) => (long)Math.Round(units * 1e6);
}
