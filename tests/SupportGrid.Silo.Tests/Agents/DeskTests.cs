using SupportGrid.Domain.Agents;
using SupportGrid.Silo.Tests.Hosting;
using static SupportGrid.Domain.Agents.AgentSession;

namespace SupportGrid.Silo.Tests.Agents;

/// <summary>Presence is never inferred from a socket alone: connected, grace, lost, each recorded.</summary>
public sealed class DeskTests
{
    [Fact]
    public async Task Desk_ThatIsRenewed_StaysOpen()
    {
        await using var centre = await CentreAsync();
        await centre.SignInAsync("ana");

        for (var i = 0; i < 10; i++)
        {
            Assert.True(await centre.Agent("ana").Renew("desk-ana"));
            await centre.PassAsync(TimeSpan.FromSeconds(5));
        }

        var session = await centre.SessionOf("ana", _ => true, "ana to be signed in");
        Assert.Equal(ConnectionState.Connected, session.Connection.State);
    }

    [Fact]
    public async Task Desk_ThatFallsSilent_IsClosedThenTheAgentIsLost()
    {
        await using var centre = await CentreAsync();
        await centre.SignInAsync("ana");

        await AdvanceAsync(centre, TimeSpan.FromSeconds(20));
        await centre.SessionOf("ana", s => s.Connection.State == ConnectionState.Grace, "ana to be in grace");
        await AdvanceAsync(centre, TimeSpan.FromSeconds(31));

        await Eventually.Of(
            async () => (await centre.Agent("ana").Read()).State as SignedOff, "ana to be signed out");
    }

    [Fact]
    public async Task Desk_ThatIsUnknown_IsToldToConnectAgain()
    {
        await using var centre = await CentreAsync();
        await centre.SignInAsync("ana");

        Assert.False(await centre.Agent("ana").Renew("another"));
    }

    [Fact]
    public async Task Desk_AfterARestart_CountsAsJustRenewed()
    {
        await using var centre = await CentreAsync();
        await centre.SignInAsync("ana");
        await AdvanceAsync(centre, TimeSpan.FromSeconds(14));

        await centre.RestartAfterCrashAsync();
        await AdvanceAsync(centre, TimeSpan.FromSeconds(10));

        var session = await centre.SessionOf("ana", _ => true, "ana to be signed in");
        Assert.Equal(ConnectionState.Connected, session.Connection.State);
        Assert.True(await centre.Agent("ana").Renew("desk-ana"));
    }

    [Fact]
    public async Task Desk_OfADeadProcess_MakesRoomForANewOne()
    {
        await using var centre = await CentreAsync();
        await centre.SignInAsync("ana");
        await OpenToTheLimitAsync(centre);

        await centre.RestartAfterCrashAsync();
        Assert.True(await centre.Agent("ana").Renew("desk-ana"));
        await centre.TellAsync("ana", new ConnectDesk("after-the-crash", default));

        var session = await centre.SessionOf("ana", _ => true, "ana to be signed in");
        Assert.Equal(AgentLimits.ConnectionsMax, session.Connection.Open.Length);
        Assert.Contains("after-the-crash", session.Connection.Open);
        Assert.Contains("desk-ana", session.Connection.Open);
        Assert.DoesNotContain("tab-2", session.Connection.Open);
    }

    [Fact]
    public async Task Desk_BeyondTheLimit_IsRefusedWhileAllOthersLive()
    {
        await using var centre = await CentreAsync();
        await centre.SignInAsync("ana");
        await OpenToTheLimitAsync(centre);

        var reply = await centre.Agent("ana").Execute(new ConnectDesk("one-more", default), centre.Meta());

        Assert.Equal(AgentRefusals.TooManyConnections, reply.Refusal);
    }

    /// <summary>Beside "desk-ana", which signing in opened.</summary>
    private static async Task OpenToTheLimitAsync(Centre centre)
    {
        for (var tab = 2; tab <= AgentLimits.ConnectionsMax; tab++)
        {
            await centre.TellAsync("ana", new ConnectDesk($"tab-{tab}", default));
        }
    }

    /// <summary>In steps, reading the agent between them, so that each tick has had its turn.</summary>
    private static async Task AdvanceAsync(Centre centre, TimeSpan by)
    {
        for (var second = 0; second < by.TotalSeconds; second++)
        {
            await centre.PassAsync(TimeSpan.FromSeconds(1));
            await centre.Agent("ana").Read();
        }
    }

    private static async Task<Centre> CentreAsync()
    {
        var centre = await Centre.StartAsync(o => o.DeskRenewalsMissedMax = 3);
        await centre.ConfigureAsync();
        return centre;
    }
}
