namespace SupportGrid.EventStore.Tests.Sqlite;

/// <summary>
/// A fact that needs something of the machine. It is skipped, with the reason, where that is missing; but not in CI:
/// there it fails.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class MachineFactAttribute : FactAttribute
{
    protected MachineFactAttribute(string? whyNot)
    {
        if (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Skip = whyNot;
        }
    }
}
