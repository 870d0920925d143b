namespace SupportGrid.Substitutes.Orleans.Engine;

/// <summary>Counts the sections of an activation in which a call chain may come back.</summary>
internal interface IReentrancyTracker
{
    void EnterReentrantSection(Guid reentrancyId);

    void LeaveReentrantSection(Guid reentrancyId);
}
