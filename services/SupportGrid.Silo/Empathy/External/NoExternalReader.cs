namespace SupportGrid.Silo.Empathy.External;

/// <summary>Of a host that has no model outside: no text leaves.</summary>
internal sealed class NoExternalReader : IExternalReader
{
    public void Offer(ExternalTurn turn)
    {
        // The built-in reading stands.
    }
}
