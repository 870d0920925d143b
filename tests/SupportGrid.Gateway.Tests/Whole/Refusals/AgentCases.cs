using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Domain.Agents;
using SupportGrid.Gateway.Roles;

namespace SupportGrid.Gateway.Tests.Whole.Refusals;

/// <summary>What commands on an agent's session are refused with.</summary>
internal static class AgentCases
{
    private delegate Task Send(Stage stage, Metadata by, string requestId, string agent);

    private static readonly Dictionary<string, Send> OfAgents = new()
    {
        ["SignIn"] = async (s, by, r, _) =>
            await s.Floor.Desk.SignInAsync(new SignInRequest { RequestId = r }, by),
        ["SignOut"] = async (s, by, r, _) =>
            await s.Floor.Desk.SignOutAsync(new SignOutRequest { RequestId = r }, by),
        ["SetPresence"] = async (s, by, r, _) =>
            await s.Floor.Desk.SetPresenceAsync(new SetPresenceRequest { RequestId = r, Presence = "online" }, by),
        ["SetEmotionalLoad"] = async (s, by, r, _) =>
            await s.Floor.Desk.SetEmotionalLoadAsync(
                new SetEmotionalLoadRequest { RequestId = r, OptedOut = true }, by),
    };

    private static readonly Dictionary<string, Send> OfSupervisors = new()
    {
        ["SignOutAgent"] = async (s, by, r, agent) => await s.Floor.Supervision.SignOutAgentAsync(
            new SignOutAgentRequest { RequestId = r, AgentId = agent }, by),
        ["SetAgentPresence"] = async (s, by, r, agent) => await s.Floor.Supervision.SetAgentPresenceAsync(
            new SetAgentPresenceRequest { RequestId = r, AgentId = agent, Presence = "online" }, by),
    };

    public static IEnumerable<RefusalCase> All =>
    [
        .. OfAgents.SelectMany(c => OnEvery(c, OfAgents, (s, agent) => s.Floor.As(Role.Agent, agent))),
        .. OfSupervisors.SelectMany(c => OnEvery(c, OfSupervisors, (s, _) => s.Floor.Boss)),
        SignedOut("SetPresence", OfAgents["SetPresence"], s => s.Floor.Ana),
        SignedOut("SetAgentPresence", OfSupervisors["SetAgentPresence"], s => s.Floor.Boss),
        AtWork("SignOut", OfAgents["SignOut"], s => s.Floor.Ana),
        AtWork("SignOutAgent", OfSupervisors["SignOutAgent"], s => s.Floor.Boss),
        new RefusalCase("WatchDesk", "NOT_SIGNED_IN", stage => Task.FromResult<Func<Task>>(() => Watch(stage))),
        new RefusalCase("WatchDesk", "TOO_MANY_CONNECTIONS", async stage =>
        {
            for (var n = 0; n < AgentLimits.ConnectionsMax; n++)
            {
                await stage.SignIn();
            }

            return () => Watch(stage);
        }),
    ];

    private static IEnumerable<RefusalCase> OnEvery(
        KeyValuePair<string, Send> call, Dictionary<string, Send> others, Func<Stage, string, Metadata> by)
    {
        var (method, send) = call;
        yield return new RefusalCase(method, "AGENT_UNKNOWN", stage => Task.FromResult<Func<Task>>(
            () => send(stage, by(stage, "nobody"), stage.Floor.Next(), "nobody")));
        yield return new RefusalCase(method, "REQUEST_ID_REUSED", async stage =>
        {
            // Refused, since nobody knows the agent: a refused request keeps its id as well.
            var id = stage.Floor.Next();
            var first = others.First(o => o.Key != method).Value;
            await Assert.ThrowsAsync<RpcException>(() => first(stage, by(stage, "nobody"), id, "nobody"));
            return () => send(stage, by(stage, "nobody"), id, "nobody");
        });
    }

    private static RefusalCase SignedOut(string method, Send send, Func<Stage, Metadata> by) =>
        new(method, "NOT_SIGNED_IN", stage =>
            Task.FromResult<Func<Task>>(() => send(stage, by(stage), stage.Floor.Next(), "ana")));

    private static RefusalCase AtWork(string method, Send send, Func<Stage, Metadata> by) =>
        new(method, "AGENT_HAS_WORK", async stage =>
        {
            await stage.Talking();
            await stage.Log();
            return () => send(stage, by(stage), stage.Floor.Next(), "ana");
        });

    private static async Task Watch(Stage stage)
    {
        using var desk = stage.Floor.Desk.WatchDesk(new WatchDeskRequest(), stage.Floor.Ana);
        await desk.Next(_ => true, "anything");
    }
}
