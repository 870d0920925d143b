using System.Reflection;
using Microsoft.Extensions.Logging;

namespace SupportGrid.Gateway.Tests;

public sealed class GatewayLogTests
{
    /// <summary>Names of parameters that never may appear: what they hold is about a person.</summary>
    private static readonly string[] Personal =
        ["subject", "customer", "name", "text", "token", "message", "note", "address"];

    private static readonly IReadOnlyList<(MethodInfo Method, LoggerMessageAttribute Says)> Messages =
    [
        .. typeof(GatewayOptions).Assembly.GetTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Select(m => (m, m.GetCustomAttribute<LoggerMessageAttribute>()!))
            .Where(m => m.Item2 is not null),
    ];

    [Fact]
    public void Messages_OfTheWholeGateway_HaveNumbersOfTheirOwn()
    {
        Assert.NotEmpty(Messages);
        Assert.Equal(Messages.Count, Messages.Select(m => m.Says.EventId).Distinct().Count());
    }

    [Fact]
    public void Messages_OfTheWholeGateway_TakeNothingAboutAPerson() => Assert.All(
        Messages.SelectMany(m => m.Method.GetParameters()),
        p => Assert.DoesNotContain(Personal, word => p.Name!.Equals(word, StringComparison.OrdinalIgnoreCase)));
}
