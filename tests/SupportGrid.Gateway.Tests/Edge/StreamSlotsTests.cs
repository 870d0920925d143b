using SupportGrid.Gateway.Edge;
using SupportGrid.Gateway.Roles;
using SupportGrid.Gateway.Tests.Support;

namespace SupportGrid.Gateway.Tests.Edge;

public sealed class StreamSlotsTests
{
    private static readonly GatewayOptions Options =
        new() { DataFolder = "nowhere", SubjectStreamsMax = 2, TenantStreamsMax = 3 };

    [Fact]
    public void Take_SubjectHasAllOfItsStreams_GetsNoMoreUntilOneEnds()
    {
        var slots = new StreamSlots(Options);
        var ann = Callers.With(Role.Agent);
        var first = slots.Take(ann);
        Assert.NotNull(slots.Take(ann));
        Assert.Null(slots.Take(ann));
        first!.Dispose();
        first.Dispose();
        Assert.NotNull(slots.Take(ann));
        Assert.Null(slots.Take(ann));
    }

    [Fact]
    public void Take_TenantIsFull_LeavesOtherTenantsAlone()
    {
        var slots = new StreamSlots(Options);
        Assert.NotNull(slots.Take(Callers.With(Role.Agent, "ann")));
        Assert.NotNull(slots.Take(Callers.With(Role.Agent, "ben")));
        Assert.NotNull(slots.Take(Callers.With(Role.Agent, "cem")));
        Assert.Null(slots.Take(Callers.With(Role.Agent, "dan")));
        Assert.NotNull(slots.Take(Callers.With(Role.Agent, "ann", "other")));
    }
}
