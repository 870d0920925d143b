namespace SupportGrid.Empathy.Friction;

/// <summary>
/// What a customer has had to go through, as the platform knows it without reading any text. What is not known stays
/// at its default and counts for nothing.
/// </summary>
public readonly record struct FrictionFacts
{
    /// <summary>Contacts on the same issue in the last 7 days, this one not counted.</summary>
    public int ContactsIn7Days { get; init; }

    /// <summary>In the last 30 days, those of the last 7 counted too.</summary>
    public int ContactsIn30Days { get; init; }

    public int Reopenings { get; init; }

    public int Transfers { get; init; }

    public int ChannelSwitches { get; init; }

    /// <summary>Times that an agent asked who the customer is after having asked once.</summary>
    public int RepeatedIdentityQuestions { get; init; }

    /// <summary>Turns in which the customer said again what was said before.</summary>
    public int Restatements { get; init; }

    /// <summary>Questions after which the customer had to write again before anybody answered.</summary>
    public int UnansweredQuestions { get; init; }

    /// <summary>How much faster the queue usually is: the share of its replies that took less long, 0 to 1.</summary>
    public double ReplyLatencyPercentile { get; init; }

    /// <summary>Since the customer's last word, while it is the agent's turn.</summary>
    public TimeSpan Silence { get; init; }

    /// <summary>How much of what was said the agent said, 0 to 1.</summary>
    public double AgentShare { get; init; }

    /// <summary>Times that the customer got the answer again that had not helped.</summary>
    public int RepeatedAnswers { get; init; }

    public bool AskedForHuman { get; init; }

    public bool AskedForManager { get; init; }

    public bool AskedForRefund { get; init; }

    public bool NamedRegulator { get; init; }
}
