using SupportGrid.Empathy.Rules;

namespace SupportGrid.Empathy.Analysis;

/// <summary>What was read in a turn of an agent: words of empathy, never the agent's own feelings.</summary>
public sealed class AgentReading : TurnReading
{
    /// <summary>Neutral, apologetic, enthusiastic or appreciative; English only.</summary>
    public ModelReading Conduct { get; } = new();

    public bool Apologises => Has(CueRules.AgentApologises) || Has(CueRules.AgentApologisesZh);

    public bool IsWarm => Has(CueRules.AgentWarmClosing) || Has(CueRules.AgentWarmClosingZh);

    public bool Acknowledges => Apologises || Has(CueRules.AgentAcknowledges) || Has(CueRules.AgentAcknowledgesZh);

    public bool ShowsUnderstanding => Has(CueRules.AgentUnderstands) || Has(CueRules.AgentAcknowledgesZh);

    public bool Explores => Has(CueRules.AgentExplores);

    internal override void Clear()
    {
        base.Clear();
        Conduct.Clear();
    }
}
