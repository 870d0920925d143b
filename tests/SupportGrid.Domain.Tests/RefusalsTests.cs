using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Configurations;
using SupportGrid.Domain.Customers;
using SupportGrid.Domain.Interactions;
using SupportGrid.Kernel;

namespace SupportGrid.Domain.Tests;

public sealed class RefusalsTests
{
    [Theory]
    [InlineData(typeof(InteractionRefusals))]
    [InlineData(typeof(AgentRefusals))]
    [InlineData(typeof(CustomerRefusals))]
    public void Every_refusal_is_produced_by_some_scenario(Type refusals) =>
        RefusalCoverage.AssertEveryOneIsProduced(refusals);

    [Theory]
    [InlineData(typeof(InteractionRefusals))]
    [InlineData(typeof(AgentRefusals))]
    [InlineData(typeof(CustomerRefusals))]
    public void Every_refusal_is_listed(Type refusals)
    {
        var all = (IReadOnlyList<Refusal>)refusals.GetProperty("All")!.GetValue(null)!;

        Assert.Equal(
            refusals.GetProperties().Where(p => p.PropertyType == typeof(Refusal)).Select(p => p.GetValue(null)),
            all);
    }

    [Fact]
    public void Codes_are_unique_and_in_upper_case() => RefusalCoverage.AssertCodesAreStable(
    [
        .. InteractionRefusals.All.Select(r => r.Code),
        .. AgentRefusals.All.Select(r => r.Code),
        .. CustomerRefusals.All.Select(r => r.Code),
        .. ConfigurationRefusals.Codes,
    ]);
}
