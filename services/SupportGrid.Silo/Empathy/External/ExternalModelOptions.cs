namespace SupportGrid.Silo.Empathy.External;

/// <summary>
/// A model outside of the platform that this host may ask, and within which limits. A unit ends each name of a number;
/// <see cref="ExternalModelRules"/> has the bounds. It is asked only for queues whose policy allows it.
/// </summary>
public sealed class ExternalModelOptions
{
    /// <summary>The address before "/chat/completions"; null: there is none, and no text leaves.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The model to ask for.</summary>
    public string Model { get; init; } = "";

    /// <summary>The operator's name for the service: in events, in evidence and in metrics.</summary>
    public string Name { get; init; } = "external";

    /// <summary>Sent as a bearer token; null: none. Never logged.</summary>
    public string? Key { get; init; }

    /// <summary>"TENANT" or "TENANT/QUEUE"; empty: every queue whose policy allows it.</summary>
    public IReadOnlyList<string> For { get; init; } = [];

    /// <summary>How long one question may take.</summary>
    public int TimeLimitMs { get; init; } = 3_000;

    /// <summary>Questions at the same time.</summary>
    public int CallsMax { get; init; } = 8;

    /// <summary>Turns that wait for one; more are not read outside.</summary>
    public int WaitingMax { get; init; } = 64;

    /// <summary>Price of a million tokens of questions, in the unit of currency of the budget.</summary>
    public double PricePerMillionInputTokens { get; init; }

    /// <summary>Price of a million tokens of answers.</summary>
    public double PricePerMillionOutputTokens { get; init; }

    /// <summary>What may be spent in an hour by the clock (UTC), in units of currency; 0: no limit.</summary>
    public double BudgetPerHour { get; init; }

    /// <summary>What may be spent in a day (UTC), in units of currency; 0: no limit.</summary>
    public double BudgetPerDay { get; init; }

    /// <summary>Whether the service is told the schema of the answer, or only that it is JSON.</summary>
    public bool SendSchema { get; init; } = true;

    /// <summary>Whether turns of a queue may be read outside, as far as this host is asked.</summary>
    public bool Allows(string tenant, string queue) =>
        For.Count == 0 || For.Contains(tenant) || For.Contains($"{tenant}/{queue}");
}
