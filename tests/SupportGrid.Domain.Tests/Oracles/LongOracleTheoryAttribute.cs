using System.Globalization;

namespace SupportGrid.Domain.Tests.Oracles;

/// <summary>A long run, on demand: SUPPORTGRID_ORACLE_SHARE says which share of the oracle's own length.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LongOracleTheoryAttribute : TheoryAttribute
{
    private const string Variable = "SUPPORTGRID_ORACLE_SHARE";

    public LongOracleTheoryAttribute()
    {
        if (SharedData.Folder is null)
        {
            Skip = SharedData.WhyAbsent;
        }
        else if (Share is null)
        {
            Skip = $"Minutes long; {Variable}=0.3 runs all points at 0.3 of the oracle's length.";
        }
    }

    public static double? Share { get; } =
        double.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out var share)
            ? share
            : null;
}
