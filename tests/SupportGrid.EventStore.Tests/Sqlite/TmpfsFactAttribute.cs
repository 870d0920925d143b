namespace SupportGrid.EventStore.Tests.Sqlite;

/// <summary>A fact that needs a disk that can be filled.</summary>
public sealed class TmpfsFactAttribute() : MachineFactAttribute(_whyNot.Value)
{
    private static readonly Lazy<string?> _whyNot = new(Tmpfs.WhyNot);
}
