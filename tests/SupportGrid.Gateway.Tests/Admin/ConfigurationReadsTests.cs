using System.Collections.Concurrent;
using Grpc.Core;
using SupportGrid.Domain.Configurations;
using SupportGrid.Gateway.Admin;
using SupportGrid.Gateway.Tests.Support;

namespace SupportGrid.Gateway.Tests.Admin;

public sealed class ConfigurationReadsTests
{
    private static readonly ConfigurationYamlResult Nothing = new(Configuration.Empty, []);

    [Fact]
    public async Task Read_ManyTextsOfOneTenant_LeaveRoomForAnother()
    {
        using var gate = new ManualResetEventSlim();
        using var reads = new ConfigurationReads((yaml, _) =>
        {
            if (yaml == "slow")
            {
                gate.Wait(CancellationToken.None);
            }

            return Nothing;
        });
        var slow = Enumerable.Range(0, ConfigurationReads.TenantTextsMax)
            .Select(_ => Task.Run(() => reads.Read("acme", "slow", default)))
            .ToArray();
        await reads.Read("other", "quick", default).Within("another tenant's text");
        gate.Set();
        await Task.WhenAll(slow).Within("the slow texts");
    }

    [Fact]
    public async Task Read_MoreThanMayWait_IsRefusedAndTheRestIsRead()
    {
        using var gate = new ManualResetEventSlim();
        using var reads = new ConfigurationReads((_, _) =>
        {
            gate.Wait(CancellationToken.None);
            return Nothing;
        });
        var refused = new ConcurrentQueue<RpcException>();
        var all = Enumerable.Range(0, ConfigurationReads.TenantTextsMax + 2).Select(_ => Task.Run(async () =>
        {
            try
            {
                await reads.Read("acme", "", default);
            }
            catch (RpcException e)
            {
                refused.Enqueue(e);
                if (refused.Count == 2)
                {
                    gate.Set();
                }
            }
        }));
        await Task.WhenAll(all).Within("all texts to be read or refused");
        Assert.All(refused, e => Assert.Equal("RATE_LIMITED", e.Reason()));
        Assert.Equal(2, refused.Count);
    }

    [Fact]
    public async Task Read_CallerGoneWhileItWaits_LeavesItsPlace()
    {
        using var gate = new ManualResetEventSlim();
        using var reads = new ConfigurationReads((_, _) =>
        {
            gate.Wait(CancellationToken.None);
            return Nothing;
        });
        var first = Task.Run(() => reads.Read("acme", "", default));
        using var gone = new CancellationTokenSource();
        var second = Task.Run(() => reads.Read("acme", "", gone.Token));
        await gone.CancelAsync();
        gate.Set();
        await first.Within("the first text");
        await Task.WhenAny(second).Within("the end of the call that was cancelled");
        await reads.Read("acme", "", default).Within("a text after it");
    }
}
