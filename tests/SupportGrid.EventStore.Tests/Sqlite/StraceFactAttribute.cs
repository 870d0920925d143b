using System.ComponentModel;

namespace SupportGrid.EventStore.Tests.Sqlite;

/// <summary>A fact that needs a disk that can be made to fail.</summary>
public sealed class StraceFactAttribute() : MachineFactAttribute(_whyNot.Value)
{
    private static readonly Lazy<string?> _whyNot = new(WhyNot);

    private static string? WhyNot()
    {
        try
        {
            return Tool.Run("strace", "-o", "/dev/null", "true") is { } failure
                ? $"strace cannot trace: {failure}"
                : null;
        }
        catch (Win32Exception e)
        {
            return $"strace is not there: {e.Message}";
        }
    }
}
