using SupportGrid.Domain.Customers;
using static SupportGrid.Domain.Tests.Customers.CustomerSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Customers;

public sealed class IdentifyCustomerTests
{
    [Fact]
    public void A_stranger_becomes_acquainted() =>
        CustomerScenario.Given().When(Identify("email:zoe@example.org", "Zoe")).Then(
            new CustomerIdentified("zoe", "email:zoe@example.org", T(0)), new CustomerNamed("zoe", "Zoe", T(0)));

    [Fact]
    public void What_is_known_is_nothing() =>
        CustomerScenario.After(Identify("email:zoe@example.org", "Zoe"))
            .When(Identify("email:zoe@example.org", "Zoe")).ThenNothing();

    [Fact]
    public void Saying_nothing_is_nothing() => CustomerScenario.Given().When(Identify(name: " ")).ThenNothing();

    [Fact]
    public void Identities_add_up() =>
        Assert.Equal(
            ["email:zoe@example.org", "phone:+411"],
            CustomerScenario.After(Identify("email:zoe@example.org")).When(Identify("phone:+411"))
                .Becomes<Customer.Acquainted>().Identities);

    [Fact]
    public void Identities_have_a_limit() =>
        CustomerScenario.After(Enumerable.Range(0, CustomerLimits.IdentitiesMax).Select(n => Identify($"phone:{n}")))
            .When(Identify("phone:one-more")).ThenRefused(CustomerRefusals.TooManyIdentities);

    [Theory]
    [InlineData("zoe@example.org")]
    [InlineData("email:")]
    [InlineData(":zoe")]
    [InlineData("")]
    public void An_identity_has_a_kind_and_a_value(string identity) =>
        CustomerScenario.Given().When(Identify(identity)).ThenRefused(CustomerRefusals.IdentityMalformed);

    [Fact]
    public void An_identity_has_a_length() =>
        CustomerScenario.Given().When(Identify("x:" + new string('y', CustomerLimits.IdentityLengthMax - 1)))
            .ThenRefused(CustomerRefusals.IdentityMalformed);

    [Fact]
    public void A_name_has_a_length() =>
        CustomerScenario.Given().When(Identify(name: new string('x', CustomerLimits.NameLengthMax + 1)))
            .ThenRefused(CustomerRefusals.NameTooLong);
}
