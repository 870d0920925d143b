namespace SupportGrid.Substitutes.Orleans.Simulation;

/// <summary>Code left the simulated scheduler, so that its order depends on the machine and not on the seed.</summary>
public sealed class EscapedWorkException : Exception
{
    /// <summary>With the place where it left or came back.</summary>
    public EscapedWorkException(string message)
        : base(message)
    {
    }
}
