using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Gateway.Tests.Support;

namespace SupportGrid.Gateway.Tests.Whole;

[Collection(GatewayCollection.Name)]
public sealed class AdminServiceTests(RunningGateway gateway)
{
    [Fact]
    public async Task GetThenApply_WhatIsInForce_ChangesNothing()
    {
        var floor = await Floor.Open(gateway);
        var got = await floor.Admin.GetConfigurationAsync(new GetConfigurationRequest(), floor.Root);
        Assert.Equal(1, got.Version);
        var applied = await floor.Admin.ApplyConfigurationAsync(
            new ApplyConfigurationRequest { RequestId = floor.Next(), Yaml = got.Yaml, ExpectedVersion = 1 },
            floor.Root);
        Assert.Empty(applied.Changes);
        Assert.Equal(1, applied.Version);
        Assert.Equal(got.Yaml, (await floor.Admin.GetConfigurationAsync(
            new GetConfigurationRequest(), floor.Root)).Yaml);
    }

    [Fact]
    public async Task ApplyConfiguration_DryRun_TellsChangesAndMakesNone()
    {
        var floor = await Floor.Open(gateway);
        var got = await floor.Admin.GetConfigurationAsync(new GetConfigurationRequest(), floor.Root);
        var wanted = got.Yaml.Replace("display-name: Ben", "display-name: Benjamin", StringComparison.Ordinal);
        var dry = await floor.Admin.ApplyConfigurationAsync(
            new ApplyConfigurationRequest { RequestId = floor.Next(), Yaml = wanted, DryRun = true }, floor.Root);
        var change = Assert.Single(dry.Changes);
        Assert.Equal(("agents/ben/display-name", "Ben", "Benjamin"), (change.Path, change.Before, change.After));
        Assert.Equal(1, dry.Version);
        var real = await floor.Admin.ApplyConfigurationAsync(
            new ApplyConfigurationRequest { RequestId = floor.Next(), Yaml = wanted }, floor.Root);
        Assert.Equal((2, 1), (real.Version, real.Changes.Count));
    }

    [Fact]
    public async Task ApplyConfiguration_DecidedOnAnotherVersion_IsAborted()
    {
        var floor = await Floor.Open(gateway);
        var aborted = await Assert.ThrowsAsync<RpcException>(async () => await floor.Admin.ApplyConfigurationAsync(
            new ApplyConfigurationRequest { RequestId = floor.Next(), Yaml = "{}", ExpectedVersion = 7 }, floor.Root));
        Assert.Equal((StatusCode.Aborted, "CONFIGURATION_VERSION"), (aborted.StatusCode, aborted.Reason()));
    }

    [Fact]
    public async Task ApplyConfiguration_BrokenText_TellsEveryProblemWithItsLine()
    {
        var floor = await Floor.Open(gateway);
        var invalid = await Assert.ThrowsAsync<RpcException>(async () => await floor.Admin.ApplyConfigurationAsync(
            new ApplyConfigurationRequest
            {
                RequestId = floor.Next(),
                Yaml = "queues:\n  q: { target: { share: 2x }, colour: red }\n",
                DryRun = true,
            },
            floor.Root));
        Assert.Equal(["yaml/queues/q/colour", "yaml/queues/q/target/share"], invalid.Fields());
        Assert.Contains("(line 2)", invalid.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ApplyConfiguration_HugeKeyAndValue_TheCallerStillLearnsWhatIsWrong()
    {
        var floor = await Floor.Open(gateway);
        var huge = new string('k', 2_000_000);
        foreach (var yaml in new[] { $"? {huge}\n: 1\n", $"skills: {{ x: {{ display-name: {huge} }} }}" })
        {
            var invalid = await Assert.ThrowsAsync<RpcException>(async () => await floor.Admin.ApplyConfigurationAsync(
                new ApplyConfigurationRequest { RequestId = floor.Next(), Yaml = yaml }, floor.Root));
            Assert.Equal((StatusCode.InvalidArgument, "INVALID_FIELDS"), (invalid.StatusCode, invalid.Reason()));
        }
    }

    [Fact]
    public async Task PutEntry_ManyAtOnce_LosesNone()
    {
        var floor = await Floor.Open(gateway);
        await Task.WhenAll(Enumerable.Range(1, 3).Select(async n => await floor.Admin.PutEntryAsync(
            new PutEntryRequest
            {
                RequestId = $"put-{n}", Kind = EntryKind.Skill, Key = $"skill-{n}", Yaml = $"display-name: Skill {n}",
            },
            floor.Root)));
        var got = await floor.Admin.GetConfigurationAsync(new GetConfigurationRequest(), floor.Root);
        Assert.Equal(4, got.Version);
        Assert.All(
            Enumerable.Range(1, 3),
            n => Assert.Contains($"skill-{n}: {{ display-name: Skill {n} }}", got.Yaml, StringComparison.Ordinal));
    }

    [Fact]
    public async Task RemoveEntry_ReferredToThenNot_IsRefusedThenDone()
    {
        var floor = await Floor.Open(gateway);
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await floor.Admin.RemoveEntryAsync(
            new RemoveEntryRequest { RequestId = floor.Next(), Kind = EntryKind.Skill, Key = "french" }, floor.Root));
        Assert.Equal(["yaml/agents/ana/skills/french"], refused.Fields());
        await floor.Admin.PutEntryAsync(
            new PutEntryRequest { RequestId = floor.Next(), Kind = EntryKind.Agent, Key = "ana", Yaml = "" },
            floor.Root);
        var request = new RemoveEntryRequest { RequestId = floor.Next(), Kind = EntryKind.Skill, Key = "french" };
        var removed = await floor.Admin.RemoveEntryAsync(request, floor.Root);
        Assert.Equal("skills/french", removed.Changes.Single().Path);
    }

    [Fact]
    public async Task ApplyConfiguration_SentAgainAfterAnotherChange_GivesTheFirstAnswerAndChangesNothing()
    {
        var floor = await Floor.Open(gateway);
        var yaml = (await floor.Admin.GetConfigurationAsync(new GetConfigurationRequest(), floor.Root)).Yaml;
        var nothing = new ApplyConfigurationRequest { RequestId = floor.Next(), Yaml = yaml };
        var something = new ApplyConfigurationRequest
        {
            RequestId = floor.Next(),
            Yaml = yaml.Replace("display-name: Ben", "display-name: Benjamin", StringComparison.Ordinal),
        };
        var first = await floor.Admin.ApplyConfigurationAsync(nothing, floor.Root);
        var second = await floor.Admin.ApplyConfigurationAsync(something, floor.Root);
        await floor.Admin.PutEntryAsync(
            new PutEntryRequest { RequestId = floor.Next(), Kind = EntryKind.Skill, Key = "new", Yaml = "display-name: N" },
            floor.Root);

        AssertFirst(first, await floor.Admin.ApplyConfigurationAsync(nothing, floor.Root));
        AssertFirst(second, await floor.Admin.ApplyConfigurationAsync(something, floor.Root));

        Assert.Equal((1, 2), (first.Version, second.Version));
        Assert.Equal("agents/ben/display-name", Assert.Single(second.Changes).Path);
        Assert.Equal(3, (await floor.Admin.GetConfigurationAsync(new GetConfigurationRequest(), floor.Root)).Version);
    }

    [Fact]
    public async Task PutEntry_SentAgainWhenItCouldNotBeMadeAnyMore_GivesTheFirstAnswer()
    {
        var floor = await Floor.Open(gateway);
        var put = new PutEntryRequest
        {
            RequestId = floor.Next(), Kind = EntryKind.Agent, Key = "cem", Yaml = "skills: { french: 2 }",
        };
        var remove = new RemoveEntryRequest { RequestId = floor.Next(), Kind = EntryKind.Agent, Key = "cem" };
        var added = await floor.Admin.PutEntryAsync(put, floor.Root);
        var removed = await floor.Admin.RemoveEntryAsync(remove, floor.Root);
        await floor.Admin.PutEntryAsync(
            new PutEntryRequest { RequestId = floor.Next(), Kind = EntryKind.Agent, Key = "ana", Yaml = "" }, floor.Root);
        await floor.Admin.RemoveEntryAsync(
            new RemoveEntryRequest { RequestId = floor.Next(), Kind = EntryKind.Skill, Key = "french" }, floor.Root);

        var again = await floor.Admin.PutEntryAsync(put, floor.Root);
        Assert.Equal((added.Version, added.Changes, true), (again.Version, again.Changes, again.Receipt.Repeated));
        var gone = await floor.Admin.RemoveEntryAsync(remove, floor.Root);
        Assert.Equal((removed.Version, removed.Changes, true), (gone.Version, gone.Changes, gone.Receipt.Repeated));
        Assert.Equal(
            ("agents/cem", "agents/cem"), (added.Changes.Single().Path, removed.Changes.Single().Path));
    }

    private static void AssertFirst(ApplyConfigurationResponse first, ApplyConfigurationResponse again)
    {
        Assert.True(again.Receipt.Repeated);
        again.Receipt.Repeated = false;
        Assert.Equal(first, again);
    }

    [Fact]
    public async Task IssueToken_ForASupervisor_WorksInTheAdministratorsTenantOnly()
    {
        var floor = await Floor.Open(gateway);
        var issued = await floor.Admin.IssueTokenAsync(
            new IssueTokenRequest { Subject = "sue", Roles = { "supervisor" }, LifetimeSeconds = 60 }, floor.Root);
        var sue = new Metadata { { "authorization", $"Bearer {issued.Token}" }, { "x-tenant", "another" } };
        var agents = await floor.Supervision.ListAgentsAsync(new ListAgentsRequest(), sue);
        Assert.Equal(["ana", "ben"], agents.Agents.Select(a => a.AgentId));
        var denied = await Assert.ThrowsAsync<RpcException>(
            async () => await floor.Admin.GetConfigurationAsync(new GetConfigurationRequest(), sue));
        Assert.Equal((StatusCode.PermissionDenied, "ROLE_MISSING"), (denied.StatusCode, denied.Reason()));
    }
}
