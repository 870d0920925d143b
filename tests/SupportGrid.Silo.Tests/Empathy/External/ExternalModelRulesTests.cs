using SupportGrid.Silo.Empathy.External;

namespace SupportGrid.Silo.Tests.Empathy.External;

public sealed class ExternalModelRulesTests
{
    private static readonly Uri Somewhere = new("https://models.example.org/v1");

    public static TheoryData<string, ExternalModelOptions> Wrong { get; } = new()
    {
        { "Endpoint", With(new Uri("http://models.example.org/v1")) },
        { "Endpoint", With(new Uri("ftp://models.example.org/v1")) },
        { "Endpoint", With(new Uri("https://name:word@models.example.org/v1")) },
        { "Endpoint", With(new Uri("https://models.example.org/v1?key=1")) },
        { "Model", new ExternalModelOptions { Endpoint = Somewhere } },
        { "Model", new ExternalModelOptions { Endpoint = Somewhere, Model = new string('m', 65) } },
        { "Name", new ExternalModelOptions { Endpoint = Somewhere, Model = "m", Name = "two words" } },
        { "Key", new ExternalModelOptions { Endpoint = Somewhere, Model = "m", Key = "secret\nsecret" } },
        { "For", new ExternalModelOptions { Endpoint = Somewhere, Model = "m", For = ["main/", "main"] } },
        { "TimeLimitMs", new ExternalModelOptions { Endpoint = Somewhere, Model = "m", TimeLimitMs = 99 } },
        { "CallsMax", new ExternalModelOptions { Endpoint = Somewhere, Model = "m", CallsMax = 0 } },
        { "WaitingMax", new ExternalModelOptions { Endpoint = Somewhere, Model = "m", WaitingMax = 10_001 } },
        {
            "PricePerMillionInputTokens",
            new ExternalModelOptions { Endpoint = Somewhere, Model = "m", PricePerMillionInputTokens = double.NaN }
        },
        {
            "PricePerMillionOutputTokens",
            new ExternalModelOptions { Endpoint = Somewhere, Model = "m", PricePerMillionOutputTokens = -1 }
        },
        { "BudgetPerHour", new ExternalModelOptions { Endpoint = Somewhere, Model = "m", BudgetPerHour = 1 } },
        { "BudgetPerDay", new ExternalModelOptions { Endpoint = Somewhere, Model = "m", BudgetPerDay = 1 } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Check_WrongSetting_IsNamedAndTheKeyIsNot(string setting, ExternalModelOptions options)
    {
        var (named, problem) = Assert.Single(ExternalModelRules.Check(options));
        Assert.Equal(setting, named);
        Assert.DoesNotContain("secret", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://models.example.org/v1")]
    [InlineData("http://127.0.0.1:8080/v1")]
    [InlineData("http://[::1]:8080/v1")]
    public void Check_SafeAddress_IsTaken(string address) =>
        Assert.Empty(ExternalModelRules.Check(With(new Uri(address))));

    [Theory]
    [InlineData(true)]
    [InlineData(true, "main")]
    [InlineData(true, "other", "main/billing")]
    [InlineData(false, "main/orders")]
    [InlineData(false, "mai", "main/bill")]
    public void Allows_Billing(bool allows, params string[] @for) => Assert.Equal(
        allows,
        new ExternalModelOptions { Endpoint = Somewhere, Model = "m", For = @for }.Allows("main", "billing"));

    private static ExternalModelOptions With(Uri endpoint) => new() { Endpoint = endpoint, Model = "m" };
}
