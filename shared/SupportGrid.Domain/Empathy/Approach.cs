namespace SupportGrid.Domain.Empathy;

/// <summary>What would help. A key; the words are in <see cref="ApproachTexts"/>. Names are persisted.</summary>
public enum Approach
{
    Acknowledge = 1,
    Explore = 2,
    ExplainTheWait = 3,
    OfferACallBack = 4,
    InvolveASupervisor = 5,
    CloseWarmly = 6,
}
