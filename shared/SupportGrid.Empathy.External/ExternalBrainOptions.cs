namespace SupportGrid.Empathy.External;

/// <summary>Limits of asking a model outside of the platform. A unit ends each name.</summary>
public sealed record ExternalBrainOptions
{
    /// <summary>What readings of it are marked with; see <see cref="Reading.IEmpathyBrain.Name"/>.</summary>
    public string Name { get; init; } = "external";

    /// <summary>How long one turn may take, waiting for a free call included.</summary>
    public int TimeLimitMs { get; init; } = 3_000;

    /// <summary>Calls at the same time.</summary>
    public int CallsMax { get; init; } = 8;

    /// <summary>Turns that wait for a free call; more are not read by it.</summary>
    public int WaitingMax { get; init; } = 64;

    /// <summary>Turns before the one that is read which are passed on with it.</summary>
    public int TurnsBeforeMax { get; init; } = 4;

    /// <summary>Characters of each text that are passed on, after personal data was taken out.</summary>
    public int TextCharactersMax { get; init; } = 2_000;

    /// <summary>Characters of an answer that are looked at; a longer one is invalid.</summary>
    public int AnswerCharactersMax { get; init; } = 2_000;

    /// <summary>Tokens that the model is told it may answer with.</summary>
    public int AnswerTokensMax { get; init; } = 300;

    /// <summary>Whether the service is told the schema of the answer, or only that it is JSON.</summary>
    public bool SendSchema { get; init; } = true;

    /// <summary>Percent of calls that must fail before the service is left alone.</summary>
    public int BreakFailuresPercent { get; init; } = 50;

    /// <summary>Only of so many calls is a share taken.</summary>
    public int BreakCallsMin { get; init; } = 10;

    /// <summary>Over how long the share is taken.</summary>
    public int BreakWindowSeconds { get; init; } = 30;

    /// <summary>How long the service is left alone.</summary>
    public int BreakSeconds { get; init; } = 30;

    /// <summary>What a million tokens of questions cost, in the currency in which the cost is to be counted.</summary>
    public double CostPerMillionInputTokens { get; init; }

    /// <summary>What a million tokens of answers cost.</summary>
    public double CostPerMillionOutputTokens { get; init; }
}
