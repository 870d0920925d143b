using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Agents;
using SupportGrid.Gateway.Edge;
using SupportGrid.Kernel;

namespace SupportGrid.Gateway.Live.Desk;

/// <summary>
/// Keeps an agent's session informed that a desk stream is open. The session never concludes from a socket alone: it is
/// told of the opening and of the end, and in between it hears from the stream at a fixed interval.
/// </summary>
internal sealed class DeskConnection : IAsyncDisposable
{
    private readonly LiveServices _services;
    private readonly IAgentGrain _agent;
    private readonly string _subject;
    private readonly string _id;
    private readonly CancellationTokenSource _closing = new();
    private Task _renewals = Task.CompletedTask;
    private int _connects;

    public DeskConnection(LiveServices services, string tenant, string agent)
    {
        _services = services;
        _agent = services.Grains.GetGrain<IAgentGrain>(GrainKeys.Of(tenant, agent));
        _subject = agent;
        _id = services.NewId();
    }

    /// <summary>Tells the session, and goes on doing so.</summary>
    /// <returns>Why the session cannot be connected to, or null.</returns>
    public async ValueTask<Refusal?> OpenAsync()
    {
        var refusal = await ConnectAsync();
        if (refusal is null)
        {
            _renewals = RenewAsync(_closing.Token);
        }

        return refusal;
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _renewals;
        _closing.Dispose();
        if (_connects == 0)
        {
            return;
        }

        try
        {
            var now = _services.Clock.GetUtcNow();
            await _agent.Execute(
                new DisconnectDesk(_id, "stream_closed", Commands.GraceOfActor, now), Meta("disconnect"));
        }
        catch (Exception broken)
        {
            // The stream is over whether or not this could be told; missing renewals tell the same later.
            LiveLog.DeskNotDisconnected(_services.Log, broken);
        }
    }

    private async Task<Refusal?> ConnectAsync()
    {
        // Counted first: even an answer that got lost may have connected.
        var meta = Meta($"connect-{++_connects}");
        var reply = await _agent.Execute(new ConnectDesk(_id, _services.Clock.GetUtcNow()), meta);
        return reply.Refusal;
    }

    private async Task RenewAsync(CancellationToken closing)
    {
        using var timer = new PeriodicTimer(
            TimeSpan.FromMilliseconds(_services.Options.DeskRenewalMs), _services.Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(closing))
            {
                await RenewOnceAsync();
            }
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            // The stream has ended.
        }
    }

    private async Task RenewOnceAsync()
    {
        try
        {
            if (!await _agent.Renew(_id))
            {
                // The actor was moved or had given the stream up. A session that has ended refuses; the log says so.
                await ConnectAsync();
            }
        }
        catch (Exception broken)
        {
            LiveLog.DeskNotRenewed(_services.Log, broken);
        }
    }

    private CommandMeta Meta(string step) => new($"desk:{_id}:{step}", null, _subject, null);
}
